//! Locks, and waiting for them.
//!
//! As CPython's `PyThread_acquire_lock_timed` over a POSIX semaphore: releasing makes the lock free and signals one
//! waiter; until that one is on a core anybody may take the lock (barging), and the waiter waits again, at the end of the
//! queue. An `RLock` belongs to the thread that acquired it.

use interleave_trace::{EventKind, LinkKind, LockAction, ObjectKind, State, TrackId, TrackKind};

use crate::call::{Answer, CallError, NewObject};
use crate::kernel::{Done, Kernel, Timer};
use crate::policy::{CANDIDATES, QuestionKind};
use crate::table::{Object, ObjectId, Pid, Resume, Status, Tid, Wait};

impl Object {
    /// A free one without a track.
    pub(crate) fn new(kind: ObjectKind, name: String) -> Self {
        Self {
            kind,
            name,
            track: TrackId(0),
            shown: false,
            permits: None,
            of: None,
            owner: None,
            count: 0,
            waiters: interleave_trace::sorted::SortedMap::new(),
            last_release: None,
            task_owner: None,
        }
    }

    /// Whether `tid` would get it now.
    fn is_free_for(&self, tid: Tid) -> bool {
        match self.permits {
            Some(permits) => permits > 0,
            None => self.count == 0 || (self.kind == ObjectKind::RLock && self.owner == Some(tid)),
        }
    }
}

/// What the guest's library calls the lane that starting threads wait on.
const THREAD_START: &str = "thread start";

pub(crate) fn kind_word(kind: ObjectKind) -> &'static str {
    match kind {
        ObjectKind::Gil => "GIL",
        ObjectKind::Lock => "lock",
        ObjectKind::RLock => "rlock",
        ObjectKind::Semaphore => "semaphore",
        ObjectKind::Event => "event",
        ObjectKind::Condition => "condition",
        ObjectKind::Barrier => "barrier",
        ObjectKind::Queue => "queue",
        ObjectKind::Pipe => "pipe",
        ObjectKind::Pool => "pool",
        ObjectKind::Future => "future",
        ObjectKind::Loop => "loop",
        ObjectKind::Memory => "memory",
    }
}

impl Kernel {
    pub(crate) fn object(&self, process: Pid, object: ObjectId) -> Option<&Object> {
        match object.shared() {
            Some(at) => self.regions.objects.get(at),
            None => self.processes.get(process.0 as usize)?.objects.get(object.0 as usize),
        }
    }

    pub(crate) fn object_mut(&mut self, process: Pid, object: ObjectId) -> Option<&mut Object> {
        match object.shared() {
            Some(at) => self.regions.objects.get_mut(at),
            None => self.processes.get_mut(process.0 as usize)?.objects.get_mut(object.0 as usize),
        }
    }

    /// Where waits for the object show: its own lane, or that of the object it is a part of.
    fn shown(&self, process: Pid, object: ObjectId) -> Option<&Object> {
        let inner = self.object(process, object)?;
        Some(inner.of.and_then(|of| self.object(process, of)).unwrap_or(inner))
    }

    pub(crate) fn new_object(&mut self, tid: Tid, new: NewObject) -> Answer {
        let (at, pid) = (self.now_nanos, self.thread(tid).process);
        let Some(process) = self.processes.get(pid.0 as usize) else { return Answer::Error(CallError::NoSuchObject) };
        let (number, parent) = (process.objects.len() as u32, process.track);
        if let Some(of) = new.of {
            self.show_object(pid, of);
        }
        let of = new.of.and_then(|of| self.object(pid, of).map(|o| (of, o.track, o.name.clone())));
        let (name, track, of) = match of {
            Some((of, track, name)) => (name, track, Some(of)),
            None => {
                let name = new.name.unwrap_or_else(|| format!("{} {number}", kind_word(new.kind)));
                let kind = TrackKind::Object(new.kind);
                let track = self.log.track(at, kind, &name, Some(parent), number.into(), false);
                (name, track, None)
            }
        };
        if let Some(process) = self.processes.get_mut(pid.0 as usize) {
            process.objects.push(Object { track, shown: true, of, ..Object::new(new.kind, name) });
        }
        Answer::Object(ObjectId(number))
    }

    /// What the program calls an object, when that becomes known. Takes no time and decides nothing, so it is no call.
    pub fn name_object(&mut self, process: Pid, id: ObjectId, name: &str) {
        let Some(object) = self.object_mut(process, id).filter(|o| o.of.is_none()) else { return };
        name.clone_into(&mut object.name);
        let (track, shown) = (object.track, object.shown);
        if shown {
            self.log.rename(track, name);
        }
    }

    pub(crate) fn write_lock(&mut self, tid: Tid, object: ObjectId, action: LockAction) -> Option<u32> {
        let thread = self.thread(tid);
        let (by, range, pid) = (thread.track, thread.range, thread.process);
        self.show_object(pid, object);
        let object = self.object(pid, object)?;
        // A part of another object is not the reader's business, but that a wait for it came to nothing is.
        if object.of.is_some() && action != LockAction::Fail {
            return None;
        }
        let track = object.track;
        self.log.event(self.now_nanos, track, EventKind::Lock { action, by }, range)
    }

    /// Whether a lock says anything about the order of the program's own accesses. The library's table of threads does not:
    /// every thread takes its lock at its start and end, which would hide each race of threads that ran one after another.
    fn orders(&self, pid: Pid, id: ObjectId) -> bool {
        self.shown(pid, id).is_none_or(|object| object.name != THREAD_START)
    }

    fn acquire_now(&mut self, tid: Tid, id: ObjectId) {
        let pid = self.thread(tid).process;
        if self.races.is_some()
            && self.orders(pid, id)
            && let Some(races) = &mut self.races
        {
            races.acquired(tid, pid, id);
        }
        if let Some(permits) = self.object_mut(pid, id).and_then(|o| o.permits.as_mut()) {
            *permits = permits.saturating_sub(1);
            let left = *permits;
            let seq = self.write_lock(tid, id, LockAction::Level(left.into()));
            let last_release = self.object_mut(pid, id).and_then(|o| o.last_release.take());
            if let Some((_, from_seq)) = last_release.filter(|&(from, _)| from != tid) {
                self.log.link(LinkKind::HandOver, from_seq, seq);
            }
            return;
        }
        let seq = self.write_lock(tid, id, LockAction::Acquire);
        let Some(object) = self.object_mut(pid, id) else { return };
        object.owner = Some(tid);
        object.count += 1;
        let (first, last_release) = (object.count == 1, object.last_release.take());
        if first {
            self.thread_mut(tid).held.push(id);
        }
        if let Some((from, from_seq)) = last_release
            && from != tid
        {
            self.log.link(LinkKind::HandOver, from_seq, seq);
        }
    }

    pub(crate) fn acquire(
        &mut self,
        core: u32,
        tid: Tid,
        id: ObjectId,
        blocking: bool,
        timeout_nanos: Option<u64>,
    ) -> Done {
        let Some(object) = self.object(self.thread(tid).process, id) else {
            return Done::now(Answer::Error(CallError::NoSuchObject));
        };
        if object.is_free_for(tid) {
            self.acquire_now(tid, id);
            return Done::now(Answer::Bool(true));
        }
        if !blocking || timeout_nanos == Some(0) {
            self.write_lock(tid, id, LockAction::Fail);
            return Done::now(Answer::Bool(false));
        }
        let deadline = timeout_nanos.map(|nanos| self.now_nanos.saturating_add(nanos));
        self.block(core, tid, Wait::Object { object: id, deadline });
        Done::Left
    }

    pub(crate) fn release(&mut self, tid: Tid, id: ObjectId) -> Answer {
        let pid = self.thread(tid).process;
        let track = self.thread(tid).track;
        if self.races.is_some()
            && self.orders(pid, id)
            && let Some(races) = &mut self.races
        {
            races.released(tid, pid, id);
        }
        let Some(object) = self.object_mut(pid, id) else { return Answer::Error(CallError::NoSuchObject) };
        if object.kind == ObjectKind::RLock && object.owner != Some(tid) {
            return Answer::Error(CallError::NotOwner);
        }
        let (free, owner, seq) = if let Some(permits) = object.permits {
            object.permits = Some(permits.saturating_add(1));
            (true, None, self.write_lock(tid, id, LockAction::Level(i64::from(permits) + 1)))
        } else {
            if object.count == 0 {
                return Answer::Error(CallError::NotHeld);
            }
            object.count -= 1;
            let (free, owner) = (object.count == 0, object.owner);
            (free, owner, self.write_lock(tid, id, LockAction::Release))
        };
        if !free {
            return Answer::Done;
        }
        // A plain lock may be released by any thread, not only by its owner.
        if let Some(owner) = owner {
            let held = &mut self.thread_mut(owner).held;
            if let Some(at) = held.iter().rposition(|&o| o == id) {
                held.remove(at);
            }
        }
        let mut keys = [0; CANDIDATES];
        let mut candidates = [Tid(0); CANDIDATES];
        let mut n = 0;
        if let Some(object) = self.object_mut(pid, id) {
            object.owner = None;
            object.last_release = Some((tid, seq));
            for ((&key, &waiter), (k, c)) in object.waiters.iter().zip(keys.iter_mut().zip(candidates.iter_mut())) {
                (*k, *c) = (key, waiter);
                n += 1;
            }
        }
        if n > 0 {
            let chosen = self.decide(QuestionKind::Lock, candidates.get(..n).unwrap_or_default());
            let key = keys.get(chosen).copied();
            let waiter = key.and_then(|key| self.object_mut(pid, id)?.waiters.remove(&key));
            if let Some(waiter) = waiter {
                self.thread_mut(waiter).status = Status::Blocked { object: id, seq: None };
                self.signal(waiter, self.costs.wake_up, Some((track, seq)));
            }
        }
        Answer::Done
    }

    pub(crate) fn lock_count(&self, tid: Tid, id: ObjectId) -> Answer {
        match self.object(self.thread(tid).process, id) {
            Some(object) if object.kind == ObjectKind::RLock && object.owner != Some(tid) => Answer::Count(0),
            Some(object) => Answer::Count(object.count),
            None => Answer::Error(CallError::NoSuchObject),
        }
    }

    /// The state of a thread that waits for the object.
    pub(crate) fn blocked_state(&mut self, tid: Tid, id: ObjectId) -> State {
        let pid = self.thread(tid).process;
        self.show_object(pid, id);
        let on = self.shown(pid, id).map_or(TrackId(0), |o| o.track);
        // A condition's or event's waiter lock is owned by the waiter itself: that is not who it waits for.
        let object = self.object(pid, id).filter(|o| o.of.is_none());
        let holder = object.and_then(|o| o.owner).filter(|&o| o != tid).map(|o| self.thread(o).track);
        State::Blocked { on, holder }
    }

    /// Joins the waiters of the object.
    pub(crate) fn wait_for(&mut self, tid: Tid, id: ObjectId, deadline: Option<u64>) {
        let (seq, pid) = (self.next_seq(), self.thread(tid).process);
        if let Some(object) = self.object_mut(pid, id) {
            object.waiters.insert(seq, tid);
        }
        let thread = self.thread_mut(tid);
        thread.status = Status::Blocked { object: id, seq: Some(seq) };
        thread.resume = Resume::Try(id);
        thread.deadline = deadline;
        thread.woken_by = None;
        if let Some(at) = deadline {
            self.arm(tid, at.max(self.now_nanos), Timer::TimeOut(tid));
        }
    }

    pub(crate) fn can_acquire(&self, tid: Tid, id: ObjectId) -> bool {
        self.object(self.thread(tid).process, id).is_none_or(|object| object.is_free_for(tid))
    }

    /// A signalled thread is on a core: takes the object, or waits again. `queued_for`: the core, if it waited for one.
    pub(crate) fn try_again(&mut self, tid: Tid, id: ObjectId, queued_for: Option<u32>) -> bool {
        if self.can_acquire(tid, id) {
            self.acquire_now(tid, id);
            let thread = self.thread_mut(tid);
            thread.answer = Some(Answer::Bool(true));
            thread.deadline = None;
            return true;
        }
        if let Some(core) = queued_for {
            // It did run, for no time that counts: it looked, and somebody had been faster.
            let core = self.core(core).track;
            self.write_state(tid, State::Running { core });
            let state = self.blocked_state(tid, id);
            self.write_state(tid, state);
        }
        let deadline = self.thread(tid).deadline;
        self.wait_for(tid, id, deadline);
        false
    }
}
