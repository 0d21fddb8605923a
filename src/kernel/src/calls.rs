//! What a report of the host sets in motion: calls, waits and their ends.

use interleave_trace::{EventKind, Finish, GilDropReason, LinkKind, LockAction, SourceRange, State, TrackId};

use crate::call::{Answer, Call, CallError, Ended, Report, Stop};
use crate::kernel::{Done, Kernel, Timer};
use crate::table::{Forced, Pid, Resume, Status, Tid, Wait};

impl Kernel {
    /// Acts on a report whose time has come.
    pub(crate) fn act(&mut self, core: u32, tid: Tid, report: Report) -> Done {
        self.thread_mut(tid).range = report.range;
        match report.stop {
            Stop::BudgetSpent => Done::Continue { answer: None, nanos: 0 },
            Stop::SwitchPoint => {
                if self.at_switch_point(core, tid) {
                    Done::Left
                } else {
                    Done::Continue { answer: None, nanos: 0 }
                }
            }
            Stop::Finished { uncaught } => {
                self.finished(core, tid, uncaught);
                Done::Left
            }
            Stop::Call(call) => self.call(core, tid, call),
        }
    }

    fn call(&mut self, core: u32, tid: Tid, call: Call) -> Done {
        match call {
            Call::Sleep { nanos } => self.blocked(core, tid, Wait::Sleep { nanos }),
            Call::Yield => self.blocked(core, tid, Wait::Sleep { nanos: 0 }),
            Call::Io { nanos, what } => self.blocked(core, tid, Wait::Io { nanos, what }),
            Call::Native { nanos } => self.blocked(core, tid, Wait::Native { nanos }),
            Call::NewObject(new) => Done::now(self.new_object(tid, new)),
            Call::Level { object, level } => {
                self.write_lock(tid, object, LockAction::Level(level));
                let process = self.thread(tid).process;
                if let Some(races) = &mut self.races {
                    // What has a level hands over with it: an item was put in or taken out.
                    races.acquired(tid, process, object);
                    races.released(tid, process, object);
                }
                Done::now(Answer::Done)
            }
            Call::Acquire { object, blocking, timeout_nanos } => {
                self.acquire(core, tid, object, blocking, timeout_nanos)
            }
            Call::Release { object } => Done::now(self.release(tid, object)),
            Call::LockCount { object } => Done::now(self.lock_count(tid, object)),
            Call::Spawn { local, name, daemon } => self.spawn(tid, local, &name, daemon),
            Call::Join { local, timeout_nanos } => self.join(core, tid, local, timeout_nanos),
            Call::Output { stderr, text } => self.output(core, tid, stderr, text),
            Call::Uncaught { text } => {
                let text = self.log.text(text);
                self.write(tid, EventKind::Uncaught { text });
                Done::now(Answer::Done)
            }
            Call::Note { text } => {
                let text = self.log.text(text);
                self.write(tid, EventKind::Note { text });
                Done::now(Answer::Done)
            }
            Call::SetSwitchInterval { nanos } => {
                self.set_switch_interval(self.thread(tid).process, nanos);
                Done::now(Answer::Done)
            }
            Call::Priority { native_id, nice } => Done::now(self.priority(tid, native_id, nice)),
            Call::ExitProcess { status } => {
                self.exit_process(tid, status);
                Done::Left
            }
            Call::Process(call) => self.process_call(core, tid, call),
        }
    }

    pub(crate) fn write(&mut self, tid: Tid, kind: EventKind) -> Option<u32> {
        let thread = self.thread(tid);
        let (track, range) = (thread.track, thread.range);
        self.log.event(self.now_nanos, track, kind, range)
    }

    fn output(&mut self, core: u32, tid: Tid, stderr: bool, text: String) -> Done {
        let text = self.log.text(text);
        self.write(tid, EventKind::Output { stderr, text });
        let nanos = self.costs.write;
        // Letting go of a GIL that nobody can want before it is taken again changes nothing.
        let undisturbed = self.gil(self.thread(tid).process).is_none_or(|gil| gil.contenders == 0)
            && self.timers.first_key_value().is_none_or(|(key, _)| key.0 > self.now_nanos + nanos);
        if undisturbed {
            return Done::Continue { answer: Some(Answer::Done), nanos };
        }
        self.blocked(core, tid, Wait::Native { nanos })
    }

    fn spawn(&mut self, tid: Tid, local: u32, name: &str, daemon: bool) -> Done {
        if self.alive >= self.settings.limits.threads {
            return Done::now(Answer::Error(CallError::TooManyThreads));
        }
        let (process, range) = (self.thread(tid).process, self.thread(tid).range);
        let child = self.add_thread(process, local, name, daemon, range);
        let track = self.thread(child).track;
        if let Some(races) = &mut self.races {
            races.started(tid, child);
        }
        let seq = self.write(tid, EventKind::Spawn { child: track });
        // The child's first state is already written; its first change is where the arrow ends.
        self.thread_mut(child).spawned_by = seq;
        let here = self.acting.unwrap_or(0);
        let home = self.core_for_new(here);
        let busy = home.is_none();
        let mut stack = self.costs.thread_stack / 2;
        if let Some(process) = self.processes.get_mut(process.0 as usize)
            && process.stacks > 0
        {
            process.stacks -= 1;
            stack = 0;
        }
        let create = self.costs.thread_create + stack;
        let begin = self.now_nanos + create + if busy { 0 } else { self.costs.thread_begin };
        let boot = self.costs.thread_boot + stack;
        let turn = self.core(here).turn;
        let starting = self.thread_mut(child);
        starting.woken_busy = busy;
        // Linux chooses the core at the fork, while the parent has its own.
        starting.last_core = home;
        if busy {
            starting.resume = Resume::Native { nanos: boot };
            starting.stays = Some((here, turn));
        } else {
            starting.start_extra_nanos = stack;
        }
        self.arm(child, begin, Timer::Wake(child));
        let native_id = self.thread(child).native_id;
        Done::Continue { answer: Some(Answer::Spawned { thread: child, native_id }), nanos: create }
    }

    pub(crate) fn join(&mut self, core: u32, tid: Tid, local: u32, timeout_nanos: Option<u64>) -> Done {
        let Some(target) = self.thread_of(self.thread(tid).process, local) else {
            return Done::now(Answer::Error(CallError::NoSuchThread));
        };
        if target == tid {
            return Done::now(Answer::Error(CallError::JoinSelf));
        }
        if self.thread(target).status == Status::Finished {
            self.write_joined(tid, target);
            return Done::now(Answer::Bool(true));
        }
        if timeout_nanos == Some(0) {
            return Done::now(Answer::Bool(false));
        }
        let deadline = timeout_nanos.map(|nanos| self.now_nanos.saturating_add(nanos));
        self.blocked(core, tid, Wait::Join { target, deadline })
    }

    fn write_joined(&mut self, tid: Tid, target: Tid) {
        let (child, from) = (self.thread(target).track, self.thread(target).finished_seq);
        if let Some(races) = &mut self.races {
            races.joined(tid, target);
        }
        let seq = self.write(tid, EventKind::Joined { child });
        self.log.link(LinkKind::Join, from, seq);
    }

    fn blocked(&mut self, core: u32, tid: Tid, wait: Wait) -> Done {
        self.block(core, tid, wait);
        Done::Left
    }

    /// Lets go of the GIL and starts to wait; what is waited for was not there a moment ago.
    pub(crate) fn block(&mut self, core: u32, tid: Tid, wait: Wait) {
        let forced = self.gil_drop(tid, GilDropReason::Blocking);
        let state = match &wait {
            Wait::Native { nanos } if !forced => {
                // A call that has an answer already gets it when the time is over.
                self.thread_mut(tid).answer.get_or_insert(Answer::Done);
                return self.go_native(core, tid, *nanos);
            }
            Wait::Native { .. } => State::GilWait { holder: None },
            Wait::Sleep { nanos } => State::Sleeping { until_nanos: self.now_nanos.saturating_add(*nanos) },
            Wait::Io { what, .. } => State::Io { what: self.log.word(what) },
            Wait::Object { object, .. } => self.blocked_state(tid, *object),
            Wait::Join { target, .. } => State::Joining { target: self.thread(*target).track },
            Wait::Watch(watch) => self.watch_state(tid, &watch.call),
        };
        self.write_state(tid, state);
        if forced {
            self.thread_mut(tid).status = Status::GilWait { seq: None };
            self.gil_force_switch(tid, Forced::Begin(wait));
        } else {
            self.begin(tid, wait);
        }
        self.leave(core);
    }

    fn begin(&mut self, tid: Tid, wait: Wait) {
        let now = self.now_nanos;
        self.thread_mut(tid).resume = Resume::Go;
        match wait {
            Wait::Sleep { nanos } => {
                let late = if nanos == 0 { self.costs.sleep_zero } else { self.costs.sleep_late };
                let thread = self.thread_mut(tid);
                thread.status = Status::Sleeping;
                thread.answer = Some(Answer::Done);
                self.arm(tid, now.saturating_add(nanos).saturating_add(late), Timer::Wake(tid));
            }
            Wait::Io { nanos, .. } => {
                let thread = self.thread_mut(tid);
                thread.status = Status::Io;
                thread.answer = Some(Answer::Done);
                self.arm(tid, now.saturating_add(nanos).saturating_add(self.costs.wake_up), Timer::Wake(tid));
            }
            Wait::Object { object, deadline } => self.wait_for(tid, object, deadline),
            Wait::Join { target, deadline } => {
                self.thread_mut(target).joiners.push(tid);
                self.thread_mut(tid).status = Status::Joining { target };
                if let Some(at) = deadline {
                    self.arm(tid, at.max(now), Timer::TimeOut(tid));
                }
            }
            Wait::Native { nanos } => {
                let thread = self.thread_mut(tid);
                thread.resume = Resume::Native { nanos };
                thread.answer.get_or_insert(Answer::Done);
            }
            Wait::Watch(watch) => self.watch(tid, watch),
        }
    }

    /// The switch that the thread had to wait for is over: its call begins, and may be over already.
    fn begin_after_switch(&mut self, tid: Tid, wait: Wait) {
        match wait {
            Wait::Native { .. } => {
                self.begin(tid, wait);
                self.place(tid);
            }
            Wait::Object { object, .. } if self.can_acquire(tid, object) => {
                let by = self.object(self.thread(tid).process, object).and_then(|o| o.last_release);
                let by = by.map(|(releaser, seq)| (self.thread(releaser).track, seq));
                let thread = self.thread_mut(tid);
                thread.status = Status::Blocked { object, seq: None };
                thread.resume = Resume::Try(object);
                thread.woken_by = by;
                self.go_on(tid);
            }
            Wait::Join { target, .. } if self.thread(target).status == Status::Finished => {
                let by = (self.thread(target).track, self.thread(target).finished_seq);
                let thread = self.thread_mut(tid);
                thread.status = Status::Joining { target };
                thread.woken_by = Some(by);
                self.woken(tid);
            }
            wait => self.begin(tid, wait),
        }
    }

    /// A wait is over: by its own time, or by a signal one wake-up latency ago.
    pub(crate) fn woken(&mut self, tid: Tid) {
        if let Some(Forced::Begin(wait)) = self.thread_mut(tid).forced.take() {
            return self.begin_after_switch(tid, wait);
        }
        if let Status::Joining { target } = self.thread(tid).status {
            self.write_joined(tid, target);
            let thread = self.thread_mut(tid);
            thread.resume = Resume::Go;
            thread.answer = Some(Answer::Bool(true));
        }
        self.go_on(tid);
    }

    /// Onto a core, or straight back to waiting where it is plain that the thread could do nothing on one.
    pub(crate) fn go_on(&mut self, tid: Tid) {
        match self.thread(tid).resume {
            Resume::Try(object) if !self.can_acquire(tid, object) => {
                self.try_again(tid, object, None);
            }
            Resume::Retry if !self.could_retry(tid) => {
                self.retry(tid, None);
            }
            Resume::Go if self.gil_is_taken(tid) => {
                self.gil_take_or_wait(tid);
            }
            _ => self.place(tid),
        }
    }

    pub(crate) fn gil_is_taken(&self, tid: Tid) -> bool {
        self.gil(self.thread(tid).process).is_some_and(|gil| gil.holder.is_some_and(|holder| holder != tid))
    }

    pub(crate) fn timed_out(&mut self, tid: Tid) {
        match self.thread(tid).status {
            Status::Blocked { object, seq } => {
                let pid = self.thread(tid).process;
                if let (Some(seq), Some(object)) = (seq, self.object_mut(pid, object)) {
                    object.waiters.remove(&seq);
                }
                self.write_lock(tid, object, LockAction::Fail);
            }
            Status::Joining { target } => self.thread_mut(target).joiners.retain(|&t| t != tid),
            Status::Watching { .. } => return self.watch_over(tid),
            _ => return,
        }
        let thread = self.thread_mut(tid);
        thread.deadline = None;
        thread.woken_by = None;
        thread.resume = Resume::Go;
        thread.answer = Some(Answer::Bool(false));
        self.go_on(tid);
    }

    fn finished(&mut self, core: u32, tid: Tid, uncaught: Option<String>) {
        let pid = self.thread(tid).process;
        let how = match uncaught {
            None => Finish::Returned,
            Some(text) => Finish::Raised(self.log.text(text)),
        };
        self.gil_drop(tid, GilDropReason::Finished);
        let seq = self.end_thread(tid, how);
        let by = (self.thread(tid).track, seq);
        for joiner in core::mem::take(&mut self.thread_mut(tid).joiners) {
            self.signal(joiner, self.costs.wake_up, Some(by));
        }
        self.core_mut(core).free_at = self.now_nanos + self.costs.thread_end;
        self.leave(core);
        if self.processes.get(pid.0 as usize).is_some_and(|p| p.alive == 0) {
            self.end_process(pid, 0, by);
        }
    }

    /// The calling thread ends its process; the others are cut where they stand.
    pub(crate) fn exit_process(&mut self, tid: Tid, status: i32) {
        let pid = self.thread(tid).process;
        let end = self.cut_process(pid, Some(tid));
        self.end_process(pid, status, (self.thread(tid).track, end));
    }

    /// Ends every thread of a process: all but `leaver`, which ends by itself, are cut. Returns the event that ended the
    /// leaver.
    pub(crate) fn cut_process(&mut self, pid: Pid, leaver: Option<Tid>) -> Option<u32> {
        self.gil_drop_for_good(pid);
        let locals: Vec<Tid> = self
            .processes
            .get(pid.0 as usize)
            .map(|p| p.threads.iter().flatten().copied().collect())
            .unwrap_or_default();
        let mut left = Vec::new();
        let mut end = None;
        for other in locals {
            if self.thread(other).status == Status::Finished {
                continue;
            }
            if let Some(core) = self.cut(other) {
                left.push(core);
            }
            if Some(other) == leaver {
                end = self.end_thread(other, Finish::Returned);
            } else {
                self.end_thread(other, Finish::Cut);
            }
        }
        for core in left {
            self.leave(core);
        }
        end
    }

    /// Ends a process whose threads have ended. `by`: whose doing it was, and the event.
    pub(crate) fn end_process(&mut self, pid: Pid, status: i32, by: (TrackId, Option<u32>)) {
        let at = self.now_nanos;
        let Some(process) = self.processes.get_mut(pid.0 as usize) else { return };
        process.exited = Some(status);
        process.end = Some(by);
        let track = process.track;
        let how = if status < 0 { Finish::Cut } else { Finish::Returned };
        let state = State::Finished { how };
        self.log.event(at, track, EventKind::State { to: state, by: None }, SourceRange::NONE);
        if self.alive == 0 {
            self.ended = Some(Ended::Exited(self.status()));
        } else {
            self.bury(pid, by);
        }
    }

    /// The exit status of the run: that of its first process.
    pub(crate) fn status(&self) -> i32 {
        let status = self.processes.first().and_then(|p| p.exited).unwrap_or(0);
        if status < 0 { 128 - status } else { status }
    }

    /// Interpreter exit: nobody else is let in any more.
    fn gil_drop_for_good(&mut self, pid: Pid) {
        let at = self.now_nanos;
        let holder = self.gil(pid).and_then(|gil| gil.holder);
        if let Some(holder) = holder {
            let (thread, range) = (self.thread(holder).track, self.thread(holder).range);
            if let Some(gil) = self.gil_mut(pid) {
                gil.holder = None;
                let track = gil.track;
                let why = GilDropReason::Finished;
                self.log.event(at, track, EventKind::GilDrop { thread, why }, range);
            }
        }
    }

    /// Takes a thread out of everything it is in. Returns the core it was on: the caller vacates it once the thread's end
    /// is written.
    fn cut(&mut self, tid: Tid) -> Option<u32> {
        let pid = self.thread(tid).process;
        self.disarm(tid);
        self.uncontend(tid);
        self.gil_forget_look(tid);
        self.thread_mut(tid).forced = None;
        if let Some(gil) = self.gil_mut(pid) {
            gil.forced.retain(|&t| t != tid);
        }
        match self.thread(tid).status {
            Status::Running { core } => return Some(core),
            Status::Runnable { vruntime, seq } => {
                self.run_queue.remove(&(vruntime, seq, tid));
            }
            Status::GilWait { seq: Some(seq) } => {
                self.gil_dequeue(pid, seq);
            }
            Status::Blocked { object, seq: Some(seq) } => {
                if let Some(object) = self.object_mut(pid, object) {
                    object.waiters.remove(&seq);
                }
            }
            Status::Blocked { object, seq: None } if object.shared().is_some() => self.pass_on(pid, object),
            Status::Joining { target } => self.thread_mut(target).joiners.retain(|&t| t != tid),
            Status::Watching { .. } => self.unwatch(tid),
            Status::GilWait { .. }
            | Status::Blocked { .. }
            | Status::Sleeping
            | Status::Io
            | Status::Starting
            | Status::Finished => {}
        }
        None
    }

    /// A thread's name, when it changes. Takes no time and decides nothing, so it is no call.
    pub fn name_thread(&mut self, process: Pid, local: u32, name: &str) {
        if let Some(named) = self.thread_of(process, local) {
            let thread = self.thread_mut(named);
            name.clone_into(&mut thread.name);
            let track = thread.track;
            self.log.rename(track, name);
        }
    }

    /// The kernel's thread for the guest's number.
    #[must_use]
    pub fn thread_of(&self, process: Pid, local: u32) -> Option<Tid> {
        self.processes.get(process.0 as usize)?.threads.get(local as usize).copied().flatten()
    }
}
