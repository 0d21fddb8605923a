//! Tasks of event loops: what the guest observes of them, as lanes under their thread.
//!
//! The kernel schedules threads; which task of a loop has its turn is the guest's affair, and it tells afterwards, with times
//! inside the turn it was given. While a task has its turn it shares the states of its thread: a thread that sleeps, waits or
//! loses the GIL takes its task with it, and a turn that blocks is marked, because all other tasks of that loop stand still.
//!
//! Keeps true: a task is in one state at a time, from its creation to its end; it ends at the latest with its thread.

use interleave_trace::{EventKind, Finish, LinkKind, LockAction, SourceRange, State, TrackId, TrackKind};
use serde::{Deserialize, Serialize};

use crate::kernel::Kernel;
use crate::table::{ObjectId, Pid, Tid};

/// Tasks that get a lane of their own, in one process; those beyond are counted in its loop's lane only.
const MAX_LANES: usize = 50_000;

/// What a task waits for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Awaited {
    Turn,
    Until { nanos: u64 },
    Object(ObjectId),
    Task(u32),
    Io { what: String },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TaskEnd {
    Returned,
    Raised(String),
    Cancelled,
}

/// One thing that happened in a loop. Tasks have the guest's numbers, dense from 0 within a process.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fact {
    New { task: u32, name: String },
    Name { task: u32, name: String },
    Step { task: u32 },
    Leave { task: u32, wait: Awaited },
    Chain { task: u32, chain: String },
    Ready { task: u32 },
    Done { task: u32, how: TaskEnd },
    Lock { object: ObjectId, action: LockAction },
    Turn { object: ObjectId, ready: u32, timers: u32 },
}

/// A fact, when and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Observed {
    pub at_nanos: u64,
    pub range: SourceRange,
    pub fact: Fact,
}

/// A task as the kernel keeps it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Task {
    /// `None`: beyond the number of lanes.
    track: Option<TrackId>,
    thread: Tid,
    state: TaskState,
    spawned_by: Option<u32>,
    finished_seq: Option<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum TaskState {
    Ready,
    Running,
    /// Until this time, if it is a timer; the task it joins, if it is one.
    Waiting {
        until: Option<u64>,
        task: Option<u32>,
    },
    /// Its turn blocks the thread.
    Stalled {
        blocked: bool,
    },
    Over,
}

/// What a thread knows of the tasks on it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct OfThread {
    /// Whose turn it is.
    current: Option<u32>,
    /// Who had the last turn, if it ended in it: what it wakes by its end, it wakes.
    ended: Option<TrackId>,
    /// Tasks of this thread that could run.
    ready: u32,
}

impl Kernel {
    fn task(&self, pid: Pid, task: u32) -> Option<&Task> {
        self.processes.get(pid.0 as usize)?.tasks.get(task as usize)
    }

    fn task_mut(&mut self, pid: Pid, task: u32) -> Option<&mut Task> {
        self.processes.get_mut(pid.0 as usize)?.tasks.get_mut(task as usize)
    }

    /// What the thread handed out did with its loop's tasks since it was. To be told before [`ran`](Self::ran).
    pub fn observe(&mut self, tid: Tid, facts: impl IntoIterator<Item = Observed>) {
        if !cfg!(feature = "whole") {
            return;
        }
        for Observed { at_nanos, range, fact } in facts {
            self.observe_one(tid, at_nanos, range, fact);
        }
    }

    fn observe_one(&mut self, tid: Tid, at: u64, range: SourceRange, fact: Fact) {
        let pid = self.thread(tid).process;
        match fact {
            Fact::New { task, name } => self.task_new(tid, at, range, task, &name),
            Fact::Name { task, name } => {
                if let Some(track) = self.task(pid, task).and_then(|t| t.track) {
                    self.log.rename(track, &name);
                }
            }
            Fact::Step { task } => self.task_step(tid, at, range, task),
            Fact::Leave { task, wait } => self.task_leave(tid, at, range, task, wait),
            Fact::Chain { task, chain } => {
                if let Some(track) = self.task(pid, task).and_then(|t| t.track) {
                    let chain = self.log.word(&chain);
                    self.log.event(at, track, EventKind::Chain { chain }, range);
                }
            }
            Fact::Ready { task } => self.task_ready(tid, at, range, task),
            Fact::Done { task, how } => self.task_done(tid, at, range, task, how),
            Fact::Lock { object, action } => self.task_lock(tid, at, range, object, action),
            Fact::Turn { object, ready, timers } => {
                self.thread_mut(tid).tasks.ended = None;
                let by = self.thread(tid).track;
                if let Some(track) = self.object(pid, object).map(|o| o.track) {
                    self.log.event(at, track, EventKind::LoopTurn { ready, timers, by }, range);
                }
            }
        }
    }

    /// The task whose turn it is on the thread, as a track; else the thread.
    fn actor(&self, tid: Tid) -> TrackId {
        let thread = self.thread(tid);
        let current = thread.tasks.current.and_then(|task| self.task(thread.process, task)?.track);
        current.or(thread.tasks.ended).unwrap_or(thread.track)
    }

    fn task_new(&mut self, tid: Tid, at: u64, range: SourceRange, task: u32, name: &str) {
        let (pid, parent) = (self.thread(tid).process, self.thread(tid).track);
        let current = self.thread(tid).tasks.current.and_then(|task| self.task(pid, task)?.track);
        let by = current.unwrap_or(parent);
        let Some(process) = self.processes.get(pid.0 as usize) else { return };
        // invariant: the guest numbers tasks densely; a number that does not fit is a fault of the host and is not shown.
        if process.tasks.len() != task as usize {
            return;
        }
        let track = (process.tasks.len() < MAX_LANES).then(|| {
            let track = self.log.track(at, TrackKind::Task, name, Some(parent), u64::from(task), false);
            self.log.event(at, track, EventKind::State { to: State::Runnable, by: None }, range);
            track
        });
        let spawned_by = track.and_then(|child| self.log.event(at, by, EventKind::Spawn { child }, range));
        self.thread_mut(tid).tasks.ready += 1;
        if let Some(process) = self.processes.get_mut(pid.0 as usize) {
            process.tasks.push(Task { track, thread: tid, state: TaskState::Ready, spawned_by, finished_seq: None });
        }
    }

    /// Writes a task's state and keeps count of the ready ones.
    fn task_state(
        &mut self,
        (pid, task): (Pid, u32),
        (at, range): (u64, SourceRange),
        state: TaskState,
        to: State,
        by: Option<TrackId>,
    ) -> Option<u32> {
        let row = self.task_mut(pid, task)?;
        let (before, track, thread) = (row.state, row.track, row.thread);
        let spawned_by = row.spawned_by.take();
        row.state = state;
        let ready = &mut self.thread_mut(thread).tasks.ready;
        if before == TaskState::Ready {
            *ready = ready.saturating_sub(1);
        }
        if state == TaskState::Ready {
            *ready += 1;
        }
        let seq = self.log.event(at, track?, EventKind::State { to, by }, range);
        self.log.link(LinkKind::Spawn, spawned_by, seq);
        seq
    }

    fn task_step(&mut self, tid: Tid, at: u64, range: SourceRange, task: u32) {
        let pid = self.thread(tid).process;
        let Some(core) = self.core_of(tid) else { return };
        // An eager task runs inside another's turn.
        if let Some(outer) = self.thread(tid).tasks.current.filter(|&outer| outer != task)
            && self.task(pid, outer).is_some_and(|t| t.state == TaskState::Running)
        {
            self.task_state((pid, outer), (at, range), TaskState::Ready, State::Runnable, None);
        }
        let Some(row) = self.task_mut(pid, task) else { return };
        if matches!(row.state, TaskState::Over | TaskState::Running) {
            return;
        }
        let (before, from) = (row.state, row.thread);
        if from != tid {
            row.thread = tid;
            if before == TaskState::Ready {
                let ready = &mut self.thread_mut(from).tasks.ready;
                *ready = ready.saturating_sub(1);
                self.thread_mut(tid).tasks.ready += 1;
            }
        }
        let by = matches!(before, TaskState::Waiting { .. }).then(|| self.thread(tid).track);
        let (to, state) = (State::Running { core }, TaskState::Running);
        self.task_state((pid, task), (at, range), state, to, by);
        let thread = &mut self.thread_mut(tid).tasks;
        thread.current = Some(task);
        thread.ended = None;
    }

    fn core_of(&self, tid: Tid) -> Option<TrackId> {
        match self.thread(tid).status {
            crate::table::Status::Running { core } => Some(self.core(core).track),
            _ => None,
        }
    }

    fn task_leave(&mut self, tid: Tid, at: u64, range: SourceRange, task: u32, wait: Awaited) {
        let pid = self.thread(tid).process;
        if self.task(pid, task).is_none_or(|t| t.state != TaskState::Running) {
            return;
        }
        let waiting = |until, task| TaskState::Waiting { until, task };
        let (state, to) = match wait {
            Awaited::Turn => (TaskState::Ready, State::Runnable),
            Awaited::Until { nanos } => (waiting(Some(nanos), None), State::Sleeping { until_nanos: nanos }),
            Awaited::Object(object) => match self.object(pid, object) {
                Some(object) => {
                    let holder = object.task_owner;
                    (waiting(None, None), State::Blocked { on: object.track, holder })
                }
                None => (TaskState::Ready, State::Runnable),
            },
            Awaited::Task(other) => match self.task(pid, other).and_then(|t| t.track) {
                Some(target) => (waiting(None, Some(other)), State::Joining { target }),
                None => (TaskState::Ready, State::Runnable),
            },
            Awaited::Io { what } => (waiting(None, None), State::Io { what: self.log.word(&what) }),
        };
        self.task_state((pid, task), (at, range), state, to, None);
        let thread = &mut self.thread_mut(tid).tasks;
        thread.current = None;
        thread.ended = None;
    }

    fn task_ready(&mut self, tid: Tid, at: u64, range: SourceRange, task: u32) {
        let pid = self.thread(tid).process;
        let Some(row) = self.task(pid, task) else { return };
        let TaskState::Waiting { until, task: joined } = row.state else { return };
        // A timer that is due wakes by itself.
        let by = until.is_none_or(|until| at < until).then(|| self.actor(tid));
        let track = row.track;
        let over = joined.and_then(|other| self.task(pid, other)).filter(|t| t.state == TaskState::Over);
        if let Some((child, from, track)) = over.and_then(|t| Some((t.track?, t.finished_seq, track?))) {
            let seq = self.log.event(at, track, EventKind::Joined { child }, range);
            self.log.link(LinkKind::Join, from, seq);
        }
        self.task_state((pid, task), (at, range), TaskState::Ready, State::Runnable, by);
    }

    fn task_done(&mut self, tid: Tid, at: u64, range: SourceRange, task: u32, how: TaskEnd) {
        let pid = self.thread(tid).process;
        if self.task(pid, task).is_none_or(|t| t.state == TaskState::Over) {
            return;
        }
        let how = match how {
            TaskEnd::Returned => Finish::Returned,
            TaskEnd::Raised(text) => Finish::Raised(self.log.text(text)),
            TaskEnd::Cancelled => Finish::Cut,
        };
        let seq = self.task_state((pid, task), (at, range), TaskState::Over, State::Finished { how }, None);
        let mut track = None;
        if let Some(row) = self.task_mut(pid, task) {
            row.finished_seq = seq;
            track = row.track;
        }
        let thread = &mut self.thread_mut(tid).tasks;
        if thread.current == Some(task) {
            thread.current = None;
            thread.ended = track;
        }
    }

    fn task_lock(&mut self, tid: Tid, at: u64, range: SourceRange, id: ObjectId, action: LockAction) {
        let (pid, by) = (self.thread(tid).process, self.actor(tid));
        let Some(object) = self.object_mut(pid, id) else { return };
        match action {
            LockAction::Acquire => object.task_owner = Some(by),
            LockAction::Release => object.task_owner = None,
            LockAction::Fail | LockAction::Level(_) | LockAction::Send(_) | LockAction::Receive(_) => {}
        }
        let track = object.track;
        self.log.event(at, track, EventKind::Lock { action, by }, range);
    }

    /// The thread changed its state: so does the task whose turn it is.
    pub(crate) fn mirror_state(&mut self, tid: Tid, to: State, by: Option<TrackId>) {
        let Some(task) = self.thread(tid).tasks.current else { return };
        let (pid, at, range) = (self.thread(tid).process, self.now_nanos, self.thread(tid).range);
        let Some(row) = self.task(pid, task) else { return };
        // Of a wait that timed out nobody is named: for the task it was its thread.
        let timed_out = by.is_none() && row.state == TaskState::Stalled { blocked: true };
        let by = if timed_out { Some(self.thread(tid).track) } else { by };
        let track = row.track;
        match to {
            State::Finished { .. } => {}
            State::Running { .. } => {
                if row.state != TaskState::Running {
                    self.task_state((pid, task), (at, range), TaskState::Running, to, by);
                }
            }
            State::Runnable | State::GilWait { .. } => {
                self.task_state((pid, task), (at, range), TaskState::Stalled { blocked: false }, to, by);
            }
            State::Blocked { .. } | State::Joining { .. } | State::Sleeping { .. } | State::Io { .. } => {
                let state = TaskState::Stalled { blocked: matches!(to, State::Blocked { .. } | State::Joining { .. }) };
                self.task_state((pid, task), (at, range), state, to, by);
                let ready = self.thread(tid).tasks.ready;
                if let Some(track) = track {
                    self.log.event(at, track, EventKind::LoopStall { ready }, range);
                }
            }
        }
    }

    /// The thread is over, and with it every task it has left.
    pub(crate) fn cut_tasks(&mut self, tid: Tid) {
        let (pid, at) = (self.thread(tid).process, self.now_nanos);
        let count = self.processes.get(pid.0 as usize).map_or(0, |p| p.tasks.len() as u32);
        for task in 0..count {
            if self.task(pid, task).is_some_and(|t| t.thread == tid && t.state != TaskState::Over) {
                let cut = State::Finished { how: Finish::Cut };
                self.task_state((pid, task), (at, SourceRange::NONE), TaskState::Over, cut, None);
            }
        }
        self.thread_mut(tid).tasks.current = None;
    }

    /// The lane of a task.
    #[must_use]
    pub fn task_track(&self, process: Pid, task: u32) -> Option<TrackId> {
        self.task(process, task)?.track
    }
}
