//! Processes: how they come to be, how they end, and who learns of it.
//!
//! The kernel decides when a process begins; the host makes what runs in it. A fork or a spawn leaves a [`Birth`] that the
//! host takes with [`Kernel::take_births`] before it runs anything else, so that a copy is of the moment of the fork.

use interleave_trace::{EventKind, LinkKind, LockAction, ObjectKind, SourceRange, TrackId, TrackKind};
use serde::{Deserialize, Serialize};

use crate::call::{Answer, CallError};
use crate::kernel::{Done, Kernel, Timer};
use crate::process_call::{Disposition, ProcessCall};
use crate::settings::StartMethod;
use crate::table::{Pid, Resume, Status, Tid, Wait, Watch};

/// `SIGINT`, which Python handles, and `SIGPIPE`, which it ignores.
const SIGINT: u8 = 2;
const SIGPIPE: u8 = 13;
const SIGKILL: u8 = 9;
const SIGCHLD: u8 = 17;

/// Signals that do nothing unless there is a handler: `SIGCHLD`, `SIGCONT`, `SIGURG`, `SIGWINCH`.
const HARMLESS: [u8; 4] = [17, 18, 23, 28];

/// A process that the host has to make.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Birth {
    pub child: Pid,
    /// The guest's number of the child's only thread.
    pub local: u32,
    pub right: Birthright,
}

/// What a new process starts with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Birthright {
    /// All that its parent has, but of the threads only the one with the same number, which is answered 0.
    CopyOf(Pid),
    /// Nothing but this argument.
    Nothing { argument: i64 },
}

impl Kernel {
    /// Processes that began since the last call. Cheap where there are none.
    pub fn take_births(&mut self) -> Vec<Birth> {
        core::mem::take(&mut self.births)
    }

    pub(crate) fn process_call(&mut self, core: u32, tid: Tid, call: ProcessCall) -> Done {
        if !cfg!(feature = "whole") {
            // No program reaches this: what would call has no natives there.
            return Done::now(Answer::Done);
        }
        match call {
            ProcessCall::Fork { name, daemon, heap_bytes, sentinel } => {
                self.fork(tid, &name, daemon, heap_bytes, sentinel)
            }
            ProcessCall::Spawn { name, daemon, keep, argument, method, sentinel } => {
                self.spawn_process(tid, &name, daemon, &keep, argument, method, sentinel)
            }
            ProcessCall::Kill { number, signal } => self.kill(tid, number, signal),
            ProcessCall::Read { .. }
            | ProcessCall::Write { .. }
            | ProcessCall::Poll { .. }
            | ProcessCall::Wait { .. } => self.perform(core, tid, call),
            ProcessCall::OnSignal { signal, disposition } => {
                let pid = self.thread(tid).process;
                if let Some(process) = self.processes.get_mut(pid.0 as usize) {
                    process.signals.insert(signal, disposition);
                }
                Done::now(Answer::Done)
            }
            ProcessCall::TakeSignal => {
                let pid = self.thread(tid).process;
                let pending = self.processes.get_mut(pid.0 as usize).map(|p| &mut p.pending_signals);
                let first = pending.filter(|p| !p.is_empty()).map_or(0, |p| p.remove(0));
                Done::now(Answer::Number(first.into()))
            }
            ProcessCall::ResumeWait { again } => self.resume_wait(core, tid, again),
            ProcessCall::Pipe { both_ways } => Done::now(self.pipe(tid, both_ways)),
            ProcessCall::NamePipe { fd, name, of } => Done::now(self.name_pipe(tid, fd, name.as_deref(), of)),
            ProcessCall::Close { fd } => Done::now(self.close(tid, fd)),
            ProcessCall::Duplicate { fd } => Done::now(self.duplicate(tid, fd)),
            ProcessCall::Export { fd } => Done::now(self.export(tid, fd)),
            ProcessCall::Import { ticket, keep } => Done::now(self.import(tid, ticket, keep)),
            ProcessCall::NewShared { kind, name, of, permits } => {
                Done::now(self.new_shared(tid, kind, name, of, permits))
            }
            ProcessCall::Permits { object } => {
                let found = self.object(self.thread(tid).process, object);
                Done::now(match found.map(|o| o.permits.map_or(i64::from(o.count == 0), i64::from)) {
                    Some(permits) => Answer::Number(permits),
                    None => Answer::Error(CallError::NoSuchObject),
                })
            }
            ProcessCall::LevelBy { object, by } => Done::now(self.level_by(tid, object, by)),
            ProcessCall::InOrder => Done::now(Answer::Done),
            ProcessCall::NewRegion { name, bytes } => Done::now(self.new_region(name, bytes)),
            ProcessCall::OpenRegion { name } => Done::now(self.open_region(&name)),
            ProcessCall::Unlink { name } => Done::now(self.unlink_region(&name)),
            ProcessCall::Load { region, at, bytes } => Done::now(self.load(region, at, bytes)),
            ProcessCall::Store { region, at, data } => Done::now(self.store(region, at, &data)),
        }
    }

    fn fork(&mut self, tid: Tid, name: &str, daemon: bool, heap_bytes: u64, sentinel: Option<u32>) -> Done {
        let limits = &self.settings.limits;
        if self.alive >= limits.threads || self.alive_processes >= limits.processes {
            return Done::now(Answer::Error(CallError::TooManyProcesses));
        }
        let (parent, local, range) = (self.thread(tid).process, self.thread(tid).local, self.thread(tid).range);
        let child = self.add_process(name, Some(parent), daemon);
        let main = self.add_thread(child, local, "MainThread", false, range);
        self.name_unnamed(child, name);
        self.mark_sentinel(tid, sentinel, child);
        let Some(from) = self.processes.get(parent.0 as usize) else {
            return Done::now(Answer::Error(CallError::NoSuchProcess));
        };
        let (mut objects, files, signals) = (from.objects.clone(), from.files.clone(), from.signals.clone());
        for object in &mut objects {
            object.shown = false;
            object.waiters.clear();
            object.last_release = None;
            if object.owner == Some(tid) {
                object.owner = Some(main);
            }
        }
        for file in files.values() {
            self.channels.count(*file, 1);
        }
        let held = self.thread(tid).held.iter().copied().filter(|o| o.shared().is_none()).collect();
        self.thread_mut(main).held = held;
        if let Some(process) = self.processes.get_mut(child.0 as usize) {
            process.objects = objects;
            process.memory_base = self.costs.memory_fork;
            process.files = files;
            process.signals = signals;
        }
        self.births.push(Birth { child, local, right: Birthright::CopyOf(parent) });
        let pages = heap_bytes.saturating_mul(self.costs.fork_mebibyte) >> 20;
        let copying = self.costs.fork_call + pages;
        self.begin_process(tid, child, main, copying, self.costs.fork_boot)
    }

    #[expect(clippy::too_many_arguments, reason = "one for each field of the call")]
    fn spawn_process(
        &mut self,
        tid: Tid,
        name: &str,
        daemon: bool,
        keep: &[u32],
        argument: i64,
        method: StartMethod,
        sentinel: Option<u32>,
    ) -> Done {
        let limits = &self.settings.limits;
        if self.alive >= limits.threads || self.alive_processes >= limits.processes {
            return Done::now(Answer::Error(CallError::TooManyProcesses));
        }
        let (parent, range) = (self.thread(tid).process, self.thread(tid).range);
        let child = self.add_process(name, Some(parent), daemon);
        let main = self.add_thread(child, 0, "MainThread", false, range);
        self.mark_sentinel(tid, sentinel, child);
        let files = self.processes.get(parent.0 as usize).map(|p| p.files.clone()).unwrap_or_default();
        let files: interleave_trace::sorted::SortedMap<_, _> =
            files.into_iter().filter(|(fd, _)| keep.contains(fd)).collect();
        for file in files.values() {
            self.channels.count(*file, 1);
        }
        if let Some(process) = self.processes.get_mut(child.0 as usize) {
            process.files = files;
            if method == StartMethod::Forkserver {
                process.memory_base = self.costs.memory_forkserver;
            }
        }
        self.births.push(Birth { child, local: 0, right: Birthright::Nothing { argument } });
        let (call, boot) = match method {
            StartMethod::Forkserver => {
                let runs = core::mem::replace(&mut self.server_runs, true);
                let server = if runs { 0 } else { self.costs.server_boot };
                (self.costs.forkserver_call, self.costs.forkserver_boot + server)
            }
            StartMethod::Fork | StartMethod::Spawn => (self.costs.spawn_call, self.costs.spawn_boot),
        };
        // On an idle core it is in nobody's way.
        let runs = core::mem::replace(&mut self.tracker_runs, true);
        let beside = if runs || self.idle != 0 { 0 } else { self.costs.tracker_boot };
        self.begin_process(tid, child, main, call, boot + beside)
    }

    /// The parent pays `call`; then the child's thread is there and is busy for `boot` before it runs Python.
    fn begin_process(&mut self, tid: Tid, child: Pid, main: Tid, call: u64, boot: u64) -> Done {
        let Some(process) = self.processes.get_mut(child.0 as usize) else {
            return Done::now(Answer::Error(CallError::NoSuchProcess));
        };
        process.signals.get_or_insert_with(SIGINT, || Disposition::Handled);
        process.signals.get_or_insert_with(SIGPIPE, || Disposition::Ignore);
        let (track, number) = (process.track, process.number);
        let seq = self.write(tid, EventKind::Spawn { child: track });
        let thread = self.thread_mut(main);
        thread.spawned_by = seq;
        if boot > 0 {
            thread.resume = Resume::Native { nanos: boot };
        }
        self.arm(main, self.now_nanos + call, Timer::Wake(main));
        Done::Continue { answer: Some(Answer::Number(number as i64)), nanos: call }
    }

    // ---- ends ----

    fn kill(&mut self, tid: Tid, number: u64, signal: u8) -> Done {
        let found = self.processes.iter().position(|p| p.number == number && !p.reaped);
        let Some(pid) = found.map(|at| Pid(at as u32)) else {
            return Done::now(Answer::Error(CallError::NoSuchProcess));
        };
        let Some(process) = self.processes.get_mut(pid.0 as usize) else {
            return Done::now(Answer::Error(CallError::NoSuchProcess));
        };
        if signal == 0 || process.exited.is_some() {
            return Done::now(Answer::Done);
        }
        let disposition = match process.signals.get(&signal) {
            _ if signal == SIGKILL => Disposition::Default,
            Some(&disposition) => disposition,
            None if signal == SIGINT => Disposition::Handled,
            None if HARMLESS.contains(&signal) || signal == SIGPIPE => Disposition::Ignore,
            None => Disposition::Default,
        };
        match disposition {
            Disposition::Ignore => Done::now(Answer::Done),
            Disposition::Handled => {
                self.arrive(pid, signal, (self.thread(tid).track, None), self.thread(tid).range);
                Done::now(Answer::Done)
            }
            Disposition::Default => {
                let own = self.thread(tid).process == pid;
                let range = self.thread(tid).range;
                let victim = self.processes.get(pid.0 as usize).map_or(TrackId(0), |p| p.track);
                let text = self.log.text(format!("killed by signal {signal}"));
                let seq = self.log.event(self.now_nanos, victim, EventKind::Note { text }, range);
                let by = (self.thread(tid).track, seq);
                self.cut_process(pid, None);
                self.end_process(pid, -i32::from(signal), by);
                if own { Done::Left } else { Done::now(Answer::Done) }
            }
        }
    }

    /// A signal that the guest has a function for: the process' first thread is to call it, out of a wait if need be.
    fn arrive(&mut self, pid: Pid, signal: u8, by: (TrackId, Option<u32>), range: SourceRange) {
        let Some(process) = self.processes.get_mut(pid.0 as usize) else { return };
        process.pending_signals.push(signal);
        let (track, first) = (process.track, process.threads.iter().flatten().next().copied());
        let text = self.log.text(format!("signal {signal} arrives"));
        let seq = self.log.event(self.now_nanos, track, EventKind::Note { text }, range);
        let Some(tid) = first.filter(|&tid| self.thread(tid).status != Status::Finished) else { return };
        if self.interrupt(tid) {
            self.signal(tid, self.costs.wake_up, Some((by.0, seq)));
        } else {
            self.interrupts.push((pid, self.thread(tid).local));
        }
    }

    /// Takes a thread out of what it waits for, to be continued. Whether it waited.
    fn interrupt(&mut self, tid: Tid) -> bool {
        let pid = self.thread(tid).process;
        let deadline = self.thread(tid).timer.map(|(at, _)| at);
        let wait = match self.thread(tid).status {
            Status::Sleeping => Wait::Sleep { nanos: deadline.unwrap_or(0).saturating_sub(self.now_nanos) },
            Status::Blocked { object, seq: Some(seq) } => {
                if let Some(object) = self.object_mut(pid, object) {
                    object.waiters.remove(&seq);
                }
                Wait::Object { object, deadline }
            }
            Status::Joining { target } if self.thread(target).status != Status::Finished => {
                self.thread_mut(target).joiners.retain(|&t| t != tid);
                Wait::Join { target, deadline }
            }
            Status::Watching { signalled: false } => {
                let watch = self.thread(tid).watch.clone();
                self.unwatch(tid);
                match watch {
                    Some(watch) => Wait::Watch(watch),
                    None => return false,
                }
            }
            _ => return false,
        };
        self.disarm(tid);
        let thread = self.thread_mut(tid);
        thread.interrupted.push(wait);
        thread.status = Status::Sleeping;
        thread.deadline = None;
        thread.resume = Resume::Go;
        thread.answer = Some(Answer::Interrupted);
        true
    }

    fn resume_wait(&mut self, core: u32, tid: Tid, again: bool) -> Done {
        let wait = self.thread_mut(tid).interrupted.pop().filter(|_| again);
        let now = self.now_nanos;
        let left = |deadline: Option<u64>| deadline.map(|at| at.saturating_sub(now));
        match wait {
            None => Done::now(Answer::Done),
            Some(Wait::Object { object, deadline }) => self.acquire(core, tid, object, true, left(deadline)),
            Some(Wait::Join { target, deadline }) => {
                let local = self.thread(target).local;
                self.join(core, tid, local, left(deadline))
            }
            Some(Wait::Watch(watch)) => {
                let Watch { mut call, deadline } = *watch;
                if let ProcessCall::Poll { fds, timeout_nanos } = &mut call {
                    // `pause` waits for a signal and nothing else.
                    *timeout_nanos = if fds.is_empty() && deadline.is_none() { Some(0) } else { left(deadline) };
                }
                self.perform(core, tid, call)
            }
            Some(wait) => {
                self.block(core, tid, wait);
                Done::Left
            }
        }
    }

    /// A process has so many bytes of objects for itself; 0: it has ended. The lane says it with what the interpreter takes,
    /// where that changed by a thirty-second part.
    pub fn set_memory(&mut self, tid: Tid, object_bytes: u64) {
        let (pid, by) = (self.thread(tid).process, self.thread(tid).track);
        let Some(process) = self.processes.get(pid.0 as usize).filter(|p| p.exited.is_none() && p.alive > 0) else {
            return;
        };
        self.tell_memory(pid, by, process.memory_base.saturating_add(object_bytes));
    }

    fn tell_memory(&mut self, pid: Pid, by: TrackId, bytes: u64) {
        let Some(process) = self.processes.get(pid.0 as usize) else { return };
        let (parent, number) = (process.track, process.number);
        let track = match process.memory {
            Some((_, told)) if bytes.abs_diff(told) <= told / 32 => return,
            Some((track, _)) => track,
            None if bytes == 0 => return,
            None => {
                let kind = TrackKind::Object(ObjectKind::Memory);
                self.log.track(self.now_nanos, kind, "memory", Some(parent), number, false)
            }
        };
        if let Some(process) = self.processes.get_mut(pid.0 as usize) {
            process.memory = Some((track, bytes));
        }
        let action = LockAction::Level(i64::try_from(bytes).unwrap_or(i64::MAX));
        self.log.event(self.now_nanos, track, EventKind::Lock { action, by }, SourceRange::NONE);
    }

    /// What is left to do when a process has ended and others go on.
    pub(crate) fn bury(&mut self, pid: Pid, by: (TrackId, Option<u32>)) {
        let files = self.processes.get_mut(pid.0 as usize).map(|p| core::mem::take(&mut p.files));
        for file in files.unwrap_or_default().into_values() {
            self.let_go(file, by);
        }
        self.tell_memory(pid, by.0, 0);
        // A worker that was killed at work is busy no more.
        if let Some(pool) = self.processes.get_mut(pid.0 as usize).and_then(|p| p.busy_in.take()) {
            self.set_level(pid, pool, -1, by.0, SourceRange::NONE);
        }
        for child in &mut self.processes {
            if child.parent == Some(pid) {
                // The system's first process takes orphans and asks for their status.
                child.parent = None;
                child.reaped |= child.exited.is_some();
            }
        }
        let parent_pid = self.processes.get(pid.0 as usize).and_then(|p| p.parent);
        match parent_pid.and_then(|parent| self.processes.get_mut(parent.0 as usize)) {
            Some(parent) => {
                let watchers = core::mem::take(&mut parent.watchers);
                let handled = parent.signals.get(&SIGCHLD) == Some(&Disposition::Handled);
                self.alert(watchers, by);
                if let (true, Some(parent)) = (handled, parent_pid) {
                    self.arrive(parent, SIGCHLD, by, SourceRange::NONE);
                }
            }
            None => {
                if let Some(process) = self.processes.get_mut(pid.0 as usize) {
                    process.reaped = true;
                }
            }
        }
    }

    fn children(&self, pid: Pid, number: Option<u64>) -> impl Iterator<Item = Pid> + '_ {
        let all = self.processes.iter().enumerate();
        let own = all
            .filter(move |(_, p)| p.parent == Some(pid) && !p.reaped && number.is_none_or(|number| p.number == number));
        own.map(|(at, _)| Pid(at as u32))
    }

    pub(crate) fn first_child(&self, pid: Pid, number: Option<u64>) -> Option<Pid> {
        self.children(pid, number).next()
    }

    pub(crate) fn has_ended_child(&self, pid: Pid, number: Option<u64>) -> bool {
        let mut children = self.children(pid, number).peekable();
        children.peek().is_none()
            || children.any(|child| self.processes.get(child.0 as usize).is_some_and(|p| p.exited.is_some()))
    }

    /// The status of a child that has ended, which is then gone. `None`: there are children, but none has ended. To ask in vain takes as
    /// long as a look at a pipe, and lets go of the GIL.
    pub(crate) fn reap(&mut self, tid: Tid, number: Option<u64>, block: bool) -> Option<(Answer, u64)> {
        let pid = self.thread(tid).process;
        if self.first_child(pid, number).is_none() {
            return Some((Answer::Error(CallError::NoChild), 0));
        }
        let ended = |&child: &Pid| self.processes.get(child.0 as usize).is_some_and(|p| p.exited.is_some());
        let Some(child) = self.children(pid, number).find(ended) else {
            return (!block).then(|| (Answer::Numbers(vec![0, 0]), self.costs.pipe_call));
        };
        let process = self.processes.get_mut(child.0 as usize)?;
        process.reaped = true;
        let (track, number, status) = (process.track, process.number, process.exited.unwrap_or(0));
        let from = process.end.and_then(|(_, seq)| seq);
        let seq = self.write(tid, EventKind::Joined { child: track });
        self.log.link(LinkKind::Join, from, seq);
        // A process that was killed has not paid for giving back what it had: its parent waits for that.
        let nanos = if status < 0 { self.costs.fork_end } else { 0 };
        Some((Answer::Numbers(vec![number as i64, status.into()]), nanos))
    }

    // ---- for the host ----

    /// What `os.getppid` shows; `outside` for the first process.
    #[must_use]
    pub fn parent_number(&self, pid: Pid, outside: u64) -> u64 {
        match self.processes.get(pid.0 as usize).map(|p| p.parent) {
            Some(Some(parent)) => self.process_number(parent).unwrap_or(1),
            _ if pid == Pid(0) => outside,
            _ => 1,
        }
    }

    /// Threads that are to call handlers of signals that arrived since the last call, and are not in a wait: process and
    /// the guest's number of the thread.
    pub fn take_interrupts(&mut self) -> Vec<(Pid, u32)> {
        core::mem::take(&mut self.interrupts)
    }

    /// Every process of the run that has not ended, in order of creation.
    pub fn live_processes(&self) -> impl Iterator<Item = Pid> + '_ {
        let all = self.processes.iter().enumerate();
        all.filter(|(_, p)| p.exited.is_none()).map(|(at, _)| Pid(at as u32))
    }

    fn name_unnamed(&mut self, pid: Pid, name: &str) {
        if let (true, Some(number)) = (name.is_empty(), self.process_number(pid)) {
            self.name_process(pid, &format!("pid {number}"));
        }
    }

    #[must_use]
    pub fn has_ended(&self, pid: Pid) -> bool {
        self.processes.get(pid.0 as usize).is_none_or(|p| p.exited.is_some())
    }

    #[must_use]
    pub fn process_track(&self, pid: Pid) -> Option<TrackId> {
        self.processes.get(pid.0 as usize).map(|p| p.track)
    }

    /// What a process is called, when that becomes known.
    pub fn name_process(&mut self, pid: Pid, name: &str) {
        if let Some(track) = self.process_track(pid) {
            self.log.rename(track, name);
        }
    }

    /// Wakes the first thread of a process out of a wait that a signal interrupts. Whether it waited.
    pub fn is_waiting(&self, pid: Pid, local: u32) -> bool {
        self.thread_of(pid, local)
            .is_some_and(|tid| !matches!(self.thread(tid).status, Status::Running { .. } | Status::Finished))
    }
}
