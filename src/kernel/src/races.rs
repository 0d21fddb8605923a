//! Data races by happens-before: vector clocks over locks, joins, starts and hand-overs.
//!
//! Two accesses to one variable by different threads, at least one of them a write, race if neither happened before the
//! other. *Happened before* is what synchronisation says, not what the clock says: a release of a lock comes before the
//! next acquisition, a start before the thread's first step, a thread's last step before the join that saw it. Conditions,
//! events, semaphores, barriers, queues and futures are made of locks, and what has a level hands over with it.
//! So a race is found whether or not this run lost anything by it.
//!
//! After FastTrack (Flanagan and Freund, PLDI 2009): of the writes of a variable the last one is kept, of the reads the
//! last one of each thread.

use std::collections::{BTreeMap, BTreeSet};

use interleave_trace::SourceRange;

use crate::table::{ObjectId, Pid, Tid};

/// Reports kept at most: a program without any locks would fill the screen.
const MOST_REPORTS: usize = 50;

/// The host's number of a variable, in the order of its own type.
pub type VariableKey = (Pid, [u64; 3]);

#[derive(Clone, Debug, Default)]
struct Clock(BTreeMap<Tid, u64>);

impl Clock {
    fn of(&self, tid: Tid) -> u64 {
        self.0.get(&tid).copied().unwrap_or(0)
    }

    fn join(&mut self, other: &Self) {
        for (&tid, &time) in &other.0 {
            let mine = self.0.entry(tid).or_default();
            *mine = time.max(*mine);
        }
    }

    fn tick(&mut self, tid: Tid) {
        *self.0.entry(tid).or_insert(0) += 1;
    }
}

/// An access that was made: by whom, when by its own clock, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Made {
    pub thread: Tid,
    time: u64,
    pub write: bool,
    pub range: SourceRange,
}

#[derive(Clone, Debug, Default)]
struct History {
    write: Option<Made>,
    reads: BTreeMap<Tid, Made>,
}

/// Two accesses that nothing orders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Race {
    pub earlier: Made,
    pub later: Made,
}

/// What is known of a run so far.
#[derive(Clone, Debug, Default)]
pub struct Races {
    threads: BTreeMap<Tid, Clock>,
    objects: BTreeMap<(Pid, ObjectId), Clock>,
    variables: BTreeMap<VariableKey, History>,
    told: BTreeSet<(u32, u32, u32, u32)>,
    epochs: BTreeMap<Pid, u64>,
}

impl Races {
    fn clock(&mut self, tid: Tid) -> &mut Clock {
        self.threads.entry(tid).or_insert_with(|| Clock(BTreeMap::from([(tid, 1)])))
    }

    pub(crate) fn acquired(&mut self, tid: Tid, pid: Pid, object: ObjectId) {
        if let Some(theirs) = self.objects.get(&(pid, object)).cloned() {
            self.clock(tid).join(&theirs);
        }
    }

    pub(crate) fn released(&mut self, tid: Tid, pid: Pid, object: ObjectId) {
        let mine = self.clock(tid).clone();
        self.objects.entry((pid, object)).or_default().join(&mine);
        self.clock(tid).tick(tid);
    }

    pub(crate) fn started(&mut self, parent: Tid, child: Tid) {
        let mut clock = self.clock(parent).clone();
        clock.tick(child);
        self.threads.insert(child, clock);
        self.clock(parent).tick(parent);
    }

    pub(crate) fn joined(&mut self, tid: Tid, ended: Tid) {
        let theirs = self.clock(ended).clone();
        self.clock(tid).join(&theirs);
    }

    /// Numbers of variables of this process mean other variables from now on, if it is a new epoch; `lasting` ones stay.
    fn forget(&mut self, pid: Pid, epoch: u64, lasting: impl Fn(&VariableKey) -> bool) {
        if self.epochs.insert(pid, epoch) != Some(epoch) {
            self.variables.retain(|key, _| key.0 != pid || lasting(key));
        }
    }

    /// A thread reads or writes a variable. `lasting`: whether such a variable keeps its number in another epoch.
    pub fn access(
        &mut self,
        tid: Tid,
        key: VariableKey,
        write: bool,
        range: SourceRange,
        epoch: u64,
        lasting: impl Fn(&VariableKey) -> bool,
    ) -> Option<Race> {
        self.forget(key.0, epoch, lasting);
        let clock = self.clock(tid).clone();
        let later = Made { thread: tid, time: clock.of(tid), write, range };
        let unordered = |made: &Made| made.thread != tid && made.time > clock.of(made.thread);
        let history = self.variables.entry(key).or_default();
        let mut earlier = history.write.filter(|made| unordered(made));
        if write && earlier.is_none() {
            earlier = history.reads.values().copied().find(|made| unordered(made));
        }
        if write {
            history.write = Some(later);
            history.reads.clear();
        } else {
            history.reads.insert(tid, later);
        }
        let earlier = earlier?;
        let (one, other) = (earlier.range, later.range);
        let pair =
            (one.start.min(other.start), one.end.min(other.end), one.start.max(other.start), one.end.max(other.end));
        (self.told.len() < MOST_REPORTS && self.told.insert(pair)).then_some(Race { earlier, later })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const P: Pid = Pid(0);
    const KEY: VariableKey = (P, [0, 1, 2]);

    fn at(start: u32) -> SourceRange {
        SourceRange { start, end: start + 1, line: start, ..SourceRange::NONE }
    }

    fn access(races: &mut Races, thread: u32, write: bool, start: u32) -> Option<Race> {
        races.access(Tid(thread), KEY, write, at(start), 0, |_| true)
    }

    fn two_threads() -> Races {
        let mut races = Races::default();
        races.started(Tid(0), Tid(1));
        races.started(Tid(0), Tid(2));
        races
    }

    #[test]
    fn writes_that_nothing_orders_race_once() {
        let mut races = two_threads();
        assert_eq!(access(&mut races, 1, true, 5), None);
        let race = access(&mut races, 2, true, 5);
        assert_eq!(race.map(|r| (r.earlier.thread, r.later.thread)), Some((Tid(1), Tid(2))));
        assert_eq!(access(&mut races, 1, true, 5), None, "the same two places are told once");
    }

    #[test]
    fn a_read_races_with_a_write_but_not_with_a_read() {
        let mut races = two_threads();
        assert_eq!(access(&mut races, 1, false, 5), None);
        assert_eq!(access(&mut races, 2, false, 6), None);
        assert!(access(&mut races, 2, true, 7).is_some());
    }

    #[test]
    fn a_lock_orders() {
        let mut races = two_threads();
        let lock = ObjectId(3);
        races.acquired(Tid(1), P, lock);
        assert_eq!(access(&mut races, 1, true, 5), None);
        races.released(Tid(1), P, lock);
        races.acquired(Tid(2), P, lock);
        assert_eq!(access(&mut races, 2, true, 5), None);
        races.released(Tid(2), P, lock);
        // Another lock does not.
        races.acquired(Tid(1), P, ObjectId(4));
        assert!(access(&mut races, 1, true, 6).is_some());
    }

    #[test]
    fn start_and_join_order() {
        let mut races = Races::default();
        assert_eq!(access(&mut races, 0, true, 1), None);
        races.started(Tid(0), Tid(1));
        assert_eq!(access(&mut races, 1, true, 5), None);
        assert!(access(&mut races, 0, false, 2).is_some(), "before the join");
        races.joined(Tid(0), Tid(1));
        assert_eq!(access(&mut races, 0, true, 3), None);
    }
}
