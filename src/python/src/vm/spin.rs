//! Busy waiting: turns of a loop that change nothing are counted, not executed.
//!
//! A turn that writes no object, calls nothing but a few pure natives and ends with the registers it began with will do
//! the same again until somebody else does something; within one run of a thread nobody does. So the rest of the run's
//! budget is filled with as many such turns as fit, to the picosecond: the trace is that of executing them. They do not count as
//! instructions, whose limit is about the time that a run takes here.
//!
//! Whether a turn writes is seen from the heap: its pages are marked as shared before the turn, and writing takes a page out.
//! Looking costs a little, so a loop that turned out to do something is looked at again only after twice as many turns.

use crate::native::NativeDef;
use crate::process::Process;
use crate::value::Value;

/// Turns of one loop before it is looked at, at first and at most.
const PATIENCE: u32 = 64;
const MOST_PATIENCE: u32 = 1 << 16;

/// Natives that only look.
const PURE: [&str; 3] = ["len", "isinstance", "_current"];

/// A turn that is looked at.
#[derive(Clone, Debug)]
pub(crate) struct Probe {
    ip: usize,
    base: usize,
    depth: usize,
    registers: Vec<Value>,
    spent: u64,
    written: u64,
}

/// How busy waiting is looked for. Changes how fast a run is, never what it does.
#[derive(Clone, Debug)]
pub(crate) struct Spin {
    pub patience: u32,
    pub probe: Option<Box<Probe>>,
    /// The turn that was looked at called something: its end is not a beginning of another look.
    spoilt: bool,
}

impl Default for Spin {
    fn default() -> Self {
        Self { patience: PATIENCE, probe: None, spoilt: false }
    }
}

impl Spin {
    /// A native is called while a turn is looked at.
    #[cold]
    pub fn calls(&mut self, native: &NativeDef) {
        if !PURE.contains(&native.name) {
            self.spoilt |= self.probe.take().is_some();
        }
    }

    /// Each look may copy the whole heap: over the turns between two of them that is at most a slot a turn.
    fn look_later(&mut self, slots: usize) {
        let slots = u32::try_from(slots).unwrap_or(u32::MAX);
        self.patience = (self.patience * 2).min(MOST_PATIENCE).max(slots);
    }
}

impl Process {
    /// At the end of a turn of the loop at `ip`: starts to look, or judges the turn that was looked at. True: the next turn
    /// is to be judged.
    #[cold]
    #[inline(never)]
    pub(crate) fn busy_turn(&mut self, ip: usize, base: usize, registers: &[Value], limit: u64) -> bool {
        if std::mem::take(&mut self.spin.spoilt) {
            self.spin.look_later(self.heap.slots());
            return false;
        }
        let depth = self.frames.len();
        let written = self.heap.written_bytes();
        let Some(probe) = self.spin.probe.take() else {
            self.heap.share();
            let registers = registers.to_vec();
            let spent = self.spent;
            self.spin.probe = Some(Box::new(Probe { ip, base, depth, registers, spent, written }));
            return true;
        };
        let idle = (probe.ip, probe.base, probe.depth, probe.written) == (ip, base, depth, written)
            && self.heap.is_shared()
            && probe.registers.len() == registers.len()
            && probe.registers.iter().zip(registers).all(|(a, b)| a.is(*b));
        let turn = self.spent - probe.spent;
        if idle && turn > 0 {
            let turns = limit.saturating_sub(1).saturating_sub(self.spent) / turn;
            self.spent += turns * turn;
            self.spin.patience = PATIENCE;
        } else {
            self.spin.look_later(self.heap.slots());
        }
        false
    }
}
