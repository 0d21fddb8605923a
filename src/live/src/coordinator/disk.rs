//! The files that processes share: every process has a copy, and here is the one order of what is done to them.
//!
//! Keeps true: one thread at a time is let in; it has then been told everything that others did before.

use std::collections::BTreeMap;

use interleave_python::exit::Answer;
use interleave_python::modules::files::Change;

use super::os_error;

/// All that is ever written in a run, at most.
const MAX_BYTES: usize = 1 << 28;

#[derive(Debug, Default)]
pub(crate) struct Disk {
    log: Vec<Change>,
    bytes: usize,
    /// How much of the log a process knows.
    known: BTreeMap<u64, usize>,
    /// Process and thread whose turn it is.
    turn: Option<(u64, u32)>,
}

impl Disk {
    /// `None`: it is another's turn.
    pub fn grant(&mut self, by: (u64, u32)) -> Option<Answer> {
        if self.turn.is_some_and(|turn| turn != by) {
            return None;
        }
        if self.bytes > MAX_BYTES {
            return Some(os_error("OSError", 28, "No space left on device"));
        }
        self.turn = Some(by);
        let known = self.known.insert(by.0, self.log.len()).unwrap_or(0);
        Some(Answer::Files(self.log.get(known..).unwrap_or_default().to_vec()))
    }

    /// What a process has done; its turn is over.
    pub fn done(&mut self, by: (u64, u32), changes: Vec<Change>) {
        let up_to_date = self.known.get(&by.0).copied().unwrap_or(0) == self.log.len();
        self.bytes += changes.iter().map(Change::bytes).sum::<usize>();
        self.log.extend(changes);
        if up_to_date {
            self.known.insert(by.0, self.log.len());
        }
        self.turn = self.turn.filter(|&turn| turn != by);
    }

    /// A copy of a process knows what its parent knows.
    pub fn forked(&mut self, parent: u64, child: u64) {
        let known = self.known.get(&parent).copied();
        self.known.extend(known.map(|known| (child, known)));
    }

    pub fn ended(&mut self, pid: u64) {
        self.turn = self.turn.filter(|turn| turn.0 != pid);
        self.known.remove(&pid);
    }
}
