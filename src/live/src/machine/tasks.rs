//! Tasks of event loops, as lanes under their thread: what the guest tells of them after every stretch of bytecode.
//!
//! Which task has its turn is the guest's affair. While one has its turn it shares the states of its thread: a thread that
//! sleeps, waits or loses the GIL takes its task with it, and a turn that blocks is marked, since the loop stands still.
//!
//! Keeps true: a task is in one state at a time; it ends at the latest with its thread. Times within a stretch are
//! interpolated from the guest's own count.

use std::collections::BTreeMap;

use interleave_python::exit::{TaskEnd, TaskFact, TaskLock, TaskWait, ThreadId};
use interleave_trace::{EventKind, Finish, LinkKind, LockAction, SourceRange, State, TrackId, TrackKind};

use super::{LiveMachine, MONOTONIC_START_NANOS};

/// Tasks that get a lane of their own, in one process.
const MAX_LANES: usize = 10_000;

/// A fact, in picoseconds since the stretch began, and where.
pub(crate) struct Fact {
    pub at_picos: u64,
    pub range: SourceRange,
    pub fact: TaskFact,
}

/// A stretch of bytecode on the clock.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stretch {
    pub begun: u64,
    pub ended: u64,
    pub picos: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Now {
    Ready,
    Running,
    /// Until this time, if it is a timer; the task it joins, if it is one.
    Waiting {
        until: Option<u64>,
        task: Option<u32>,
    },
    /// Its turn blocks the thread.
    Stalled,
    Over,
}

struct Task {
    track: TrackId,
    /// Row of its thread.
    thread: usize,
    now: Now,
    spawned_seq: Option<u32>,
    finished_seq: Option<u32>,
}

/// The tasks of a process, by the guest's numbers.
#[derive(Default)]
pub(super) struct Tasks {
    rows: BTreeMap<u32, Task>,
    /// Whose turn it is, by the row of the thread.
    current: BTreeMap<usize, u32>,
    /// Who had the last turn, if it ended in it: what it wakes by its end, it wakes.
    ended: BTreeMap<usize, TrackId>,
}

impl LiveMachine {
    /// What the executing thread's loop did in its last stretch.
    pub(crate) fn observe(&mut self, local: ThreadId, stretch: Stretch, facts: Vec<Fact>) {
        let Some(row) = self.row(local) else { return };
        let nanos = stretch.ended.saturating_sub(stretch.begun) as f64;
        for fact in facts {
            let part = (fact.at_picos as f64 / stretch.picos.max(1) as f64).min(1.0);
            self.fact(row, stretch.begun + (nanos * part) as u64, fact.range, fact.fact);
        }
    }

    fn fact(&mut self, row: usize, at: u64, range: SourceRange, fact: TaskFact) {
        match fact {
            TaskFact::New { task, name } => self.task_new(row, at, range, task, &name),
            TaskFact::Name { task, name } => {
                if let Some(track) = self.tasks.rows.get(&task).map(|t| t.track) {
                    self.log.rename_track(track, &name);
                }
            }
            TaskFact::Step { task } => self.task_step(row, at, range, task),
            TaskFact::Leave { task, wait } => self.task_leave(row, at, range, task, wait),
            TaskFact::Chain { task, chain } => {
                if let Some(track) = self.tasks.rows.get(&task).map(|t| t.track) {
                    let chain = self.log.intern(&chain);
                    self.log.event(at, track, EventKind::Chain { chain }, range);
                }
            }
            TaskFact::Ready { task } => self.task_ready(row, at, range, task),
            TaskFact::Done { task, how } => self.task_done(row, at, range, task, how),
            TaskFact::Lock { object, action } => {
                let by = self.actor(row);
                let action = match action {
                    TaskLock::Acquire => LockAction::Acquire,
                    TaskLock::Release => LockAction::Release,
                    TaskLock::Level(level) => LockAction::Level(level),
                };
                if let Some(track) = self.object_track(object) {
                    self.log.event(at, track, EventKind::Lock { action, by }, range);
                }
            }
            TaskFact::Turn { object, ready, timers } => {
                self.tasks.ended.remove(&row);
                let by = self.track_of(row);
                if let Some(track) = self.object_track(object) {
                    self.log.event(at, track, EventKind::LoopTurn { ready, timers, by }, range);
                }
            }
        }
    }

    fn object_track(&self, number: u64) -> Option<TrackId> {
        usize::try_from(number).ok().and_then(|number| self.objects.get(number)).map(|object| object.track)
    }

    fn current_track(&self, row: usize) -> Option<TrackId> {
        self.tasks.current.get(&row).and_then(|task| self.tasks.rows.get(task)).map(|task| task.track)
    }

    /// The task whose turn it is on the thread, as a track; else the thread.
    fn actor(&self, row: usize) -> TrackId {
        let ended = self.tasks.ended.get(&row).copied();
        self.current_track(row).or(ended).unwrap_or_else(|| self.track_of(row))
    }

    fn task_new(&mut self, row: usize, at: u64, range: SourceRange, task: u32, name: &str) {
        if self.tasks.rows.len() >= MAX_LANES {
            return;
        }
        let parent = self.track_of(row);
        let by = self.current_track(row).unwrap_or(parent);
        let track = self.log.add_track(at, TrackKind::Task, name, Some(parent), u64::from(task), false);
        self.log.event(at, track, EventKind::State { to: State::Runnable, by: None }, range);
        let spawned_seq = Some(self.log.event(at, by, EventKind::Spawn { child: track }, range));
        self.tasks.rows.insert(task, Task { track, thread: row, now: Now::Ready, spawned_seq, finished_seq: None });
    }

    fn task_state(
        &mut self,
        task: u32,
        at: u64,
        range: SourceRange,
        to: (Now, State),
        by: Option<TrackId>,
    ) -> Option<u32> {
        let row = self.tasks.rows.get_mut(&task)?;
        let (now, to) = to;
        row.now = now;
        let (track, spawned) = (row.track, row.spawned_seq.take());
        let seq = self.log.event(at, track, EventKind::State { to, by }, range);
        if let Some(from) = spawned {
            self.log.link(LinkKind::Spawn, from, seq);
        }
        Some(seq)
    }

    fn task_step(&mut self, row: usize, at: u64, range: SourceRange, task: u32) {
        let carrier = self.thread(row).and_then(|thread| thread.carrier);
        let Some(&core) = carrier.and_then(|carrier| self.carriers.get(carrier.0 as usize)) else { return };
        // An eager task runs inside another's turn.
        let outer = self.tasks.current.get(&row).copied().filter(|&outer| outer != task);
        if let Some(outer) = outer.filter(|outer| self.tasks.rows.get(outer).is_some_and(|t| t.now == Now::Running)) {
            self.task_state(outer, at, range, (Now::Ready, State::Runnable), None);
        }
        let Some(known) = self.tasks.rows.get_mut(&task).filter(|t| !matches!(t.now, Now::Over | Now::Running)) else {
            return;
        };
        known.thread = row;
        let waited = matches!(known.now, Now::Waiting { .. });
        let by = waited.then(|| self.track_of(row));
        self.task_state(task, at, range, (Now::Running, State::Running { core }), by);
        self.tasks.current.insert(row, task);
        self.tasks.ended.remove(&row);
    }

    fn task_leave(&mut self, row: usize, at: u64, range: SourceRange, task: u32, wait: TaskWait) {
        if self.tasks.rows.get(&task).is_none_or(|t| t.now != Now::Running) {
            return;
        }
        let waiting = |until, task| Now::Waiting { until, task };
        let turn = (Now::Ready, State::Runnable);
        let to = match wait {
            TaskWait::Turn => turn,
            TaskWait::Until { nanos } => {
                let until = nanos.saturating_sub(MONOTONIC_START_NANOS);
                (waiting(Some(until), None), State::Sleeping { until_nanos: until })
            }
            TaskWait::Object { object } => match self.object_track(object) {
                Some(on) => (waiting(None, None), State::Blocked { on, holder: None }),
                None => turn,
            },
            TaskWait::Task { task: other } => match self.tasks.rows.get(&other).map(|t| t.track) {
                Some(target) => (waiting(None, Some(other)), State::Joining { target }),
                None => turn,
            },
            TaskWait::Io { what } => (waiting(None, None), State::Io { what: self.log.intern(&what) }),
        };
        self.task_state(task, at, range, to, None);
        self.tasks.current.remove(&row);
        self.tasks.ended.remove(&row);
    }

    fn task_ready(&mut self, row: usize, at: u64, range: SourceRange, task: u32) {
        let Some(known) = self.tasks.rows.get(&task) else { return };
        let Now::Waiting { until, task: joined } = known.now else { return };
        // A timer that is due wakes by itself.
        let by = until.is_none_or(|until| at < until).then(|| self.actor(row));
        let track = known.track;
        let over = joined.and_then(|other| self.tasks.rows.get(&other)).filter(|t| t.now == Now::Over);
        if let Some((child, from)) = over.map(|t| (t.track, t.finished_seq)) {
            let seq = self.log.event(at, track, EventKind::Joined { child }, range);
            if let Some(from) = from {
                self.log.link(LinkKind::Join, from, seq);
            }
        }
        self.task_state(task, at, range, (Now::Ready, State::Runnable), by);
    }

    fn task_done(&mut self, row: usize, at: u64, range: SourceRange, task: u32, how: TaskEnd) {
        if self.tasks.rows.get(&task).is_none_or(|t| t.now == Now::Over) {
            return;
        }
        let how = match how {
            TaskEnd::Returned => Finish::Returned,
            TaskEnd::Raised(text) => Finish::Raised(self.log.add_string(text)),
            TaskEnd::Cancelled => Finish::Cut,
        };
        let seq = self.task_state(task, at, range, (Now::Over, State::Finished { how }), None);
        let mut track = None;
        if let Some(known) = self.tasks.rows.get_mut(&task) {
            known.finished_seq = seq;
            track = Some(known.track);
        }
        if self.tasks.current.get(&row) == Some(&task) {
            self.tasks.current.remove(&row);
            self.tasks.ended.extend(track.map(|track| (row, track)));
        }
    }

    /// The thread changed its state: so does the task whose turn it is.
    pub(super) fn mirror_state(&mut self, now: u64, row: usize, to: State, by: Option<TrackId>) {
        let Some(&task) = self.tasks.current.get(&row) else { return };
        let Some(known) = self.tasks.rows.get(&task) else { return };
        let (is, track, range) = (known.now, known.track, self.range_of(row));
        match to {
            State::Finished { .. } => {}
            State::Running { .. } if is == Now::Running => {}
            State::Running { .. } => drop(self.task_state(task, now, range, (Now::Running, to), by)),
            State::Runnable | State::GilWait { .. } => {
                // Whoever ended its thread's wait ended the task's.
                let by = by.or_else(|| (is == Now::Stalled).then(|| self.track_of(row)));
                self.task_state(task, now, range, (Now::Stalled, to), by);
            }
            State::Blocked { .. } | State::Joining { .. } | State::Sleeping { .. } | State::Io { .. } => {
                self.task_state(task, now, range, (Now::Stalled, to), by);
                let ready = |t: &&Task| t.thread == row && t.now == Now::Ready;
                let ready = self.tasks.rows.values().filter(ready).count() as u32;
                self.log.event(now, track, EventKind::LoopStall { ready }, range);
            }
        }
    }

    /// The thread is over, and with it every task it has left.
    pub(super) fn cut_tasks(&mut self, now: u64, row: usize) {
        let left = |(_, t): &(&u32, &Task)| t.thread == row && t.now != Now::Over;
        let left: Vec<u32> = self.tasks.rows.iter().filter(left).map(|(task, _)| *task).collect();
        for task in left {
            let cut = State::Finished { how: Finish::Cut };
            self.task_state(task, now, SourceRange::NONE, (Now::Over, cut), None);
        }
        self.tasks.current.remove(&row);
    }
}
