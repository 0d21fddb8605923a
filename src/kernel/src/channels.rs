//! Pipes: bytes on their way between processes, the descriptors they are reached by, and waiting for either.
//!
//! As Linux' pipes and stream sockets: a pipe holds at most its capacity, a write of up to [`ATOMIC_BYTES`] goes in whole, a
//! longer one bit by bit; a read takes what is there; reading is at its end once nobody can write any more. A thread that
//! cannot go on *watches* what it waits for, and tries its call again when something happened there.

use interleave_trace::sorted::SortedMap;
use std::collections::VecDeque;
use std::sync::Arc;

use interleave_trace::{LinkKind, LockAction, ObjectKind, State, TrackId};
use serde::{Deserialize, Serialize};

use crate::call::{Answer, CallError};
use crate::deadlock::StuckWait;
use crate::kernel::{Done, Kernel, Timer};
use crate::process_call::ProcessCall;
use crate::profile::KernelCosts;
use crate::table::{Object, ObjectId, Pid, Resume, Status, Tid, Wait, Watch};

/// What a pipe holds (`pipe(7)`: 16 pages).
const PIPE_BYTES: usize = 65_536;

/// What one direction of a stream socket pair holds (`net.core.wmem_default`).
const SOCKET_BYTES: usize = 212_992;

/// Writes up to this size are not divided (`PIPE_BUF`).
const ATOMIC_BYTES: usize = 4096;

/// What stands before a message (`Connection._send_bytes` in `multiprocessing/connection.py`).
const LENGTH_BYTES: usize = 4;

/// An open file of a process: the pipe it reads from, and the one it writes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct File {
    pub read: Option<u32>,
    pub write: Option<u32>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Channel {
    object: ObjectId,
    chunks: VecDeque<Arc<[u8]>>,
    /// Bytes of the first chunk that are gone.
    skip: usize,
    len: usize,
    capacity: usize,
    /// Descriptors that read from it and write to it, in all processes and on their way.
    readers: u32,
    writers: u32,
    sent: u64,
    received: u64,
    /// How much had been sent after each write, its event, and its size.
    marks: VecDeque<(u64, Option<u32>, usize)>,
    watchers: Vec<Tid>,
    /// Who did something last.
    last: Option<(TrackId, Option<u32>)>,
    /// Ends when this process ends.
    sentinel_of: Option<Pid>,
}

impl Channel {
    fn room_for(&self, left: usize) -> usize {
        let room = self.capacity.saturating_sub(self.len);
        if left <= ATOMIC_BYTES && room < left { 0 } else { room.min(left) }
    }

    /// What a call takes that reads or writes.
    fn call(&self, costs: &KernelCosts) -> u64 {
        if self.capacity == SOCKET_BYTES { costs.socket_call } else { costs.pipe_call }
    }

    fn take(&mut self, most: usize) -> Arc<[u8]> {
        if let Some(first) = self.chunks.front()
            && self.skip == 0
            && first.len() <= most
            && (first.len() == most || self.chunks.len() == 1)
        {
            let first = Arc::clone(first);
            self.chunks.pop_front();
            self.len -= first.len();
            self.received += first.len() as u64;
            return first;
        }
        let mut out = Vec::with_capacity(most.min(self.len));
        while out.len() < most {
            let Some(first) = self.chunks.front() else { break };
            let rest = first.get(self.skip..).unwrap_or_default();
            let n = rest.len().min(most - out.len());
            out.extend_from_slice(rest.get(..n).unwrap_or_default());
            if n == rest.len() {
                self.chunks.pop_front();
                self.skip = 0;
            } else {
                self.skip += n;
            }
        }
        self.len -= out.len();
        self.received += out.len() as u64;
        Arc::from(out)
    }
}

/// Every pipe of the machine.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Channels {
    list: Vec<Channel>,
    /// Descriptors between two processes.
    tickets: SortedMap<u64, File>,
    next_ticket: u64,
}

impl Channels {
    fn get(&self, number: u32) -> Option<&Channel> {
        self.list.get(number as usize)
    }

    fn get_mut(&mut self, number: u32) -> Option<&mut Channel> {
        self.list.get_mut(number as usize)
    }

    pub fn count(&mut self, file: File, by: i32) {
        if let Some(channel) = file.read.and_then(|n| self.get_mut(n)) {
            channel.readers = channel.readers.saturating_add_signed(by);
        }
        if let Some(channel) = file.write.and_then(|n| self.get_mut(n)) {
            channel.writers = channel.writers.saturating_add_signed(by);
        }
    }
}

impl Kernel {
    fn file(&self, tid: Tid, fd: u32) -> Option<File> {
        self.processes.get(self.thread(tid).process.0 as usize)?.files.get(&fd).copied()
    }

    fn open(&mut self, pid: Pid, file: File) -> i64 {
        let Some(process) = self.processes.get_mut(pid.0 as usize) else { return -1 };
        let mut fd = 3;
        for &taken in process.files.keys() {
            if taken == fd {
                fd += 1;
            }
        }
        process.files.insert(fd, file);
        fd.into()
    }

    fn new_channel(&mut self, capacity: usize) -> u32 {
        let number = self.channels.list.len() as u32;
        let object = self.regions.objects.len() as u32 | ObjectId::SHARED;
        let name = format!("pipe {}", number + 1);
        self.regions.objects.push(Object::new(ObjectKind::Pipe, name));
        self.channels.list.push(Channel {
            object: ObjectId(object),
            chunks: VecDeque::new(),
            skip: 0,
            len: 0,
            capacity,
            readers: 1,
            writers: 1,
            sent: 0,
            received: 0,
            marks: VecDeque::new(),
            watchers: Vec::new(),
            last: None,
            sentinel_of: None,
        });
        number
    }

    pub(crate) fn pipe(&mut self, tid: Tid, both_ways: bool) -> Answer {
        let pid = self.thread(tid).process;
        let (one, other) = if both_ways {
            let (there, back) = (self.new_channel(SOCKET_BYTES), self.new_channel(SOCKET_BYTES));
            (File { read: Some(back), write: Some(there) }, File { read: Some(there), write: Some(back) })
        } else {
            let number = self.new_channel(PIPE_BYTES);
            (File { read: Some(number), write: None }, File { read: None, write: Some(number) })
        };
        let first = self.open(pid, one);
        Answer::Numbers(vec![first, self.open(pid, other)])
    }

    pub(crate) fn name_pipe(&mut self, tid: Tid, fd: u32, name: Option<&str>, of: Option<ObjectId>) -> Answer {
        let pid = self.thread(tid).process;
        let Some(file) = self.file(tid, fd) else { return Answer::Error(CallError::BadFile) };
        let both = file.read.is_some() && file.write.is_some();
        for (number, back) in [(file.write, false), (file.read, true)] {
            let Some(object) = number.and_then(|n| self.channels.get(n)).map(|c| c.object) else { continue };
            if let Some(name) = name {
                let name = if both && back { format!("{name} (back)") } else { name.to_owned() };
                self.name_object(pid, object, &name);
            }
            if let Some(object) = self.object_mut(pid, object).filter(|o| !o.shown && of.is_some()) {
                object.of = of;
            }
        }
        Answer::Done
    }

    pub(crate) fn close(&mut self, tid: Tid, fd: u32) -> Answer {
        let pid = self.thread(tid).process;
        let file = self.processes.get_mut(pid.0 as usize).and_then(|p| p.files.remove(&fd));
        let Some(file) = file else { return Answer::Error(CallError::BadFile) };
        let seq = self.log.events().map(|n| n.saturating_sub(1) as u32);
        let by = (self.thread(tid).track, seq);
        self.let_go(file, by);
        Answer::Done
    }

    /// A descriptor less: whoever waits at the other end may have waited for that.
    pub(crate) fn let_go(&mut self, file: File, by: (TrackId, Option<u32>)) {
        self.channels.count(file, -1);
        for number in [file.read, file.write].into_iter().flatten() {
            if self.channels.get(number).is_some_and(|c| c.readers == 0 || c.writers == 0) {
                self.notify(number, by);
            }
        }
    }

    pub(crate) fn duplicate(&mut self, tid: Tid, fd: u32) -> Answer {
        let Some(file) = self.file(tid, fd) else { return Answer::Error(CallError::BadFile) };
        self.channels.count(file, 1);
        Answer::Number(self.open(self.thread(tid).process, file))
    }

    pub(crate) fn export(&mut self, tid: Tid, fd: u32) -> Answer {
        let Some(file) = self.file(tid, fd) else { return Answer::Error(CallError::BadFile) };
        self.channels.count(file, 1);
        let ticket = self.channels.next_ticket;
        self.channels.next_ticket += 1;
        self.channels.tickets.insert(ticket, file);
        Answer::Number(ticket as i64)
    }

    pub(crate) fn import(&mut self, tid: Tid, ticket: u64, keep: bool) -> Answer {
        let file = self.channels.tickets.get(&ticket).copied();
        if keep && let Some(file) = file {
            self.channels.count(file, 1);
        } else {
            self.channels.tickets.remove(&ticket);
        }
        match file {
            Some(file) => Answer::Number(self.open(self.thread(tid).process, file)),
            None => Answer::Error(CallError::BadFile),
        }
    }

    /// The pipe behind `fd` ends when `child` ends.
    pub(crate) fn mark_sentinel(&mut self, tid: Tid, fd: Option<u32>, child: Pid) {
        let number = fd.and_then(|fd| self.file(tid, fd)).and_then(|file| file.read);
        if let Some(channel) = number.and_then(|n| self.channels.get_mut(n)) {
            channel.sentinel_of = Some(child);
        }
    }

    /// The queue that a pipe is part of.
    fn queue_of(&self, tid: Tid, pipe: ObjectId) -> Option<ObjectId> {
        self.object(self.thread(tid).process, pipe)?.of
    }

    // ---- calls that may have to wait ----

    /// Does it now, or waits.
    pub(crate) fn perform(&mut self, core: u32, tid: Tid, mut call: ProcessCall) -> Done {
        let Some((answer, nanos)) = self.attempt(tid, &mut call) else {
            let timeout = match &call {
                ProcessCall::Poll { timeout_nanos, .. } => *timeout_nanos,
                _ => None,
            };
            let deadline = timeout.map(|nanos| self.now_nanos.saturating_add(nanos));
            self.block(core, tid, Wait::Watch(Box::new(Watch { call, deadline })));
            return Done::Left;
        };
        let undisturbed = self.gil(self.thread(tid).process).is_none_or(|gil| gil.contenders == 0)
            && self.timers.first_key_value().is_none_or(|(key, _)| key.0 > self.now_nanos + nanos);
        if nanos == 0 || undisturbed {
            return Done::Continue { answer: Some(answer), nanos };
        }
        self.thread_mut(tid).answer = Some(answer);
        self.block(core, tid, Wait::Native { nanos });
        Done::Left
    }

    /// The answer and what it takes, if it can be done now.
    fn attempt(&mut self, tid: Tid, call: &mut ProcessCall) -> Option<(Answer, u64)> {
        match call {
            ProcessCall::Read { fd, most } => self.read(tid, *fd, *most),
            ProcessCall::Write { fd, data, done } => {
                let (fd, data) = (*fd, Arc::clone(data));
                self.write_bytes(tid, fd, &data, done)
            }
            ProcessCall::Poll { fds, timeout_nanos } => {
                let (mut ready, mut bad) = (Vec::new(), false);
                for &fd in &*fds {
                    match self.is_readable(tid, fd) {
                        Some(true) => ready.push(i64::from(fd)),
                        Some(false) => {}
                        None => bad = true,
                    }
                }
                if bad {
                    return Some((Answer::Error(CallError::BadFile), 0));
                }
                let over = !ready.is_empty() || *timeout_nanos == Some(0);
                over.then_some((Answer::Numbers(ready), self.costs.pipe_call))
            }
            ProcessCall::Wait { child, block } => self.reap(tid, *child, *block),
            _ => Some((Answer::Error(CallError::Invalid), 0)),
        }
    }

    /// Whether [`attempt`](Self::attempt) would do something.
    fn is_ready(&self, tid: Tid, call: &ProcessCall) -> bool {
        match call {
            ProcessCall::Read { fd, .. } => self.is_readable(tid, *fd).unwrap_or(true),
            ProcessCall::Write { fd, data, done } => {
                let number = self.file(tid, *fd).and_then(|f| f.write);
                let left = data.len().saturating_sub(*done);
                number.and_then(|n| self.channels.get(n)).is_none_or(|c| c.readers == 0 || c.room_for(left) > 0)
            }
            ProcessCall::Poll { fds, .. } => fds.iter().any(|&fd| self.is_readable(tid, fd).unwrap_or(true)),
            ProcessCall::Wait { child, .. } => self.has_ended_child(self.thread(tid).process, *child),
            _ => true,
        }
    }

    fn is_readable(&self, tid: Tid, fd: u32) -> Option<bool> {
        let channel = self.channels.get(self.file(tid, fd)?.read?)?;
        Some(channel.len > 0 || channel.writers == 0)
    }

    fn read(&mut self, tid: Tid, fd: u32, most: u64) -> Option<(Answer, u64)> {
        let Some(number) = self.file(tid, fd).and_then(|f| f.read) else {
            return Some((Answer::Error(CallError::BadFile), 0));
        };
        let channel = self.channels.get_mut(number)?;
        if channel.len == 0 {
            let at_end = channel.writers == 0 || most == 0;
            let nanos = channel.call(&self.costs);
            return at_end.then(|| (Answer::Bytes(Arc::from([])), nanos));
        }
        let bytes = channel.take(usize::try_from(most).unwrap_or(usize::MAX));
        let call_nanos = channel.call(&self.costs);
        let object = channel.object;
        let received = channel.received;
        let (mut arrived, mut whole) = (Vec::new(), 0);
        while let Some(&(_, seq, size)) = channel.marks.front().filter(|(end, ..)| *end <= received) {
            channel.marks.pop_front();
            arrived.push(seq);
            whole += if seq.is_some() { size } else { 0 };
        }
        let seq = match self.queue_of(tid, object) {
            None => self.write_lock(tid, object, LockAction::Receive(bytes.len() as u64)),
            // A queue gives whole messages.
            Some(queue) if whole > 0 => self.write_lock(tid, queue, LockAction::Receive(whole as u64)),
            Some(_) => None,
        };
        for from in arrived {
            self.log.link(LinkKind::Message, from, seq);
        }
        let by = (self.thread(tid).track, seq);
        self.notify(number, by);
        let nanos = call_nanos + self.costs.pipe_copy(bytes.len());
        Some((Answer::Bytes(bytes), nanos))
    }

    fn write_bytes(&mut self, tid: Tid, fd: u32, data: &Arc<[u8]>, done: &mut usize) -> Option<(Answer, u64)> {
        let Some(number) = self.file(tid, fd).and_then(|f| f.write) else {
            return Some((Answer::Error(CallError::BadFile), 0));
        };
        let channel = self.channels.get_mut(number)?;
        if channel.readers == 0 {
            return Some((Answer::Error(CallError::BrokenPipe), 0));
        }
        let left = data.len().saturating_sub(*done);
        let room = channel.room_for(left);
        if room == 0 && left > 0 {
            return None;
        }
        let call_nanos = channel.call(&self.costs);
        let object = channel.object;
        let first = *done == 0;
        if room == data.len() {
            channel.chunks.push_back(Arc::clone(data));
        } else if let Some(part) = data.get(*done..*done + room) {
            channel.chunks.push_back(Arc::from(part));
        }
        channel.len += room;
        channel.sent += room as u64;
        *done += room;
        let (all, end) = (*done == data.len(), channel.sent - *done as u64 + data.len() as u64);
        let queue = self.queue_of(tid, object);
        // The length of a long message goes first, by itself.
        let shown = first && (queue.is_none() || data.len() > LENGTH_BYTES);
        let action = LockAction::Send(data.len() as u64);
        let seq = if shown { self.write_lock(tid, queue.unwrap_or(object), action) } else { None };
        if first && let Some(channel) = self.channels.get_mut(number) {
            channel.marks.push_back((end, seq, data.len()));
        }
        let seq = seq.or_else(|| self.log.events().map(|n| n.saturating_sub(1) as u32));
        let by = (self.thread(tid).track, seq);
        self.notify(number, by);
        // One call, however often it had to wait for room: all of its copying is paid for at its end.
        let nanos = call_nanos + self.costs.pipe_copy(data.len());
        all.then(|| (Answer::Number(data.len() as i64), nanos))
    }

    // ---- waiting ----

    /// Something happened to a pipe: everyone who watches it looks again.
    fn notify(&mut self, number: u32, by: (TrackId, Option<u32>)) {
        let Some(channel) = self.channels.get_mut(number) else { return };
        channel.last = Some(by);
        let watchers = core::mem::take(&mut channel.watchers);
        self.alert(watchers, by);
    }

    pub(crate) fn alert(&mut self, watchers: Vec<Tid>, by: (TrackId, Option<u32>)) {
        for tid in watchers {
            if self.thread(tid).status != (Status::Watching { signalled: false }) {
                continue;
            }
            if !self.could_retry(tid) {
                // A writer that needs more room, a reader of another part: it goes on watching.
                self.watch_again(tid);
                continue;
            }
            self.forget(tid);
            self.thread_mut(tid).status = Status::Watching { signalled: true };
            self.signal(tid, self.costs.wake_up, Some(by));
        }
    }

    /// The pipes that a call waits for.
    fn watched(&self, tid: Tid, call: &ProcessCall) -> Vec<u32> {
        let file = |fd: u32| self.file(tid, fd);
        match call {
            ProcessCall::Read { fd, .. } => file(*fd).and_then(|f| f.read).into_iter().collect(),
            ProcessCall::Write { fd, .. } => file(*fd).and_then(|f| f.write).into_iter().collect(),
            ProcessCall::Poll { fds, .. } => fds.iter().filter_map(|&fd| file(fd)?.read).collect(),
            _ => Vec::new(),
        }
    }

    fn watch_again(&mut self, tid: Tid) {
        let Some(watch) = self.thread_mut(tid).watch.take() else { return };
        for number in self.watched(tid, &watch.call) {
            if let Some(channel) = self.channels.get_mut(number)
                && !channel.watchers.contains(&tid)
            {
                channel.watchers.push(tid);
            }
        }
        if let ProcessCall::Wait { .. } = watch.call {
            let pid = self.thread(tid).process;
            if let Some(process) = self.processes.get_mut(pid.0 as usize)
                && !process.watchers.contains(&tid)
            {
                process.watchers.push(tid);
            }
        }
        self.thread_mut(tid).watch = Some(watch);
    }

    /// Begins to wait, or waits on.
    pub(crate) fn watch(&mut self, tid: Tid, watch: Box<Watch>) {
        let (ready, deadline) = (self.is_ready(tid, &watch.call), watch.deadline);
        let last = self.watched(tid, &watch.call).iter().find_map(|&n| self.channels.get(n)?.last);
        let thread = self.thread_mut(tid);
        thread.resume = Resume::Retry;
        thread.woken_by = None;
        thread.watch = Some(watch);
        if ready {
            // It came while the thread was letting go.
            thread.status = Status::Watching { signalled: true };
            let by = last.or_else(|| self.processes.iter().rev().find_map(|p| p.end));
            return self.signal(tid, self.costs.wake_up, by);
        }
        thread.status = Status::Watching { signalled: false };
        self.watch_again(tid);
        if let Some(at) = deadline {
            self.arm(tid, at.max(self.now_nanos), Timer::TimeOut(tid));
        }
    }

    /// Takes the thread off every list of watchers.
    fn forget(&mut self, tid: Tid) {
        let Some(watch) = self.thread_mut(tid).watch.take() else { return };
        for number in self.watched(tid, &watch.call) {
            if let Some(channel) = self.channels.get_mut(number) {
                channel.watchers.retain(|&t| t != tid);
            }
        }
        let pid = self.thread(tid).process;
        if let Some(process) = self.processes.get_mut(pid.0 as usize) {
            process.watchers.retain(|&t| t != tid);
        }
        self.thread_mut(tid).watch = Some(watch);
    }

    pub(crate) fn unwatch(&mut self, tid: Tid) {
        self.forget(tid);
        self.thread_mut(tid).watch = None;
    }

    pub(crate) fn could_retry(&self, tid: Tid) -> bool {
        self.thread(tid).watch.as_ref().is_none_or(|watch| self.is_ready(tid, &watch.call))
    }

    /// A thread that was woken is on a core: does its call, or waits again. `queued_for`: the core, if it waited for one.
    pub(crate) fn retry(&mut self, tid: Tid, queued_for: Option<u32>) -> bool {
        let Some(mut watch) = self.thread_mut(tid).watch.take() else { return true };
        if let Some((answer, nanos)) = self.attempt(tid, &mut watch.call) {
            let thread = self.thread_mut(tid);
            thread.answer = Some(answer);
            thread.resume = if nanos > 0 { Resume::Native { nanos } } else { Resume::Go };
            return true;
        }
        if let Some(core) = queued_for {
            let core = self.core(core).track;
            self.write_state(tid, State::Running { core });
            let state = self.watch_state(tid, &watch.call);
            self.write_state(tid, state);
        }
        self.watch(tid, watch);
        false
    }

    /// The time is over and nothing has come.
    pub(crate) fn watch_over(&mut self, tid: Tid) {
        let shown = self.thread(tid).watch.as_ref().map(|watch| watch.call.clone());
        let on = shown.and_then(|call| self.waits_on(tid, &call));
        if let Some(object) = on {
            self.write_lock(tid, object, LockAction::Fail);
        }
        self.unwatch(tid);
        let thread = self.thread_mut(tid);
        thread.woken_by = None;
        thread.resume = Resume::Go;
        thread.answer = Some(Answer::Numbers(Vec::new()));
        self.go_on(tid);
    }

    // ---- for the reader ----

    /// The process whose end a thread waits for.
    pub(crate) fn watched_process(&self, tid: Tid) -> Option<Pid> {
        let watch = self.thread(tid).watch.as_ref()?;
        self.waits_for_process(tid, &watch.call)
    }

    fn waits_for_process(&self, tid: Tid, call: &ProcessCall) -> Option<Pid> {
        match call {
            ProcessCall::Wait { child, .. } => self.first_child(self.thread(tid).process, *child),
            ProcessCall::Poll { .. } => {
                let all = self.watched(tid, call);
                let mut sentinels = all.iter().map(|&n| self.channels.get(n).and_then(|c| c.sentinel_of));
                let first = sentinels.next().flatten()?;
                sentinels.all(|s| s.is_some()).then_some(first)
            }
            _ => None,
        }
    }

    /// The pipe on whose lane the wait shows.
    fn waits_on(&self, tid: Tid, call: &ProcessCall) -> Option<ObjectId> {
        if self.waits_for_process(tid, call).is_some() {
            return None;
        }
        let all = self.watched(tid, call);
        let plain = all.iter().copied().find(|&n| self.channels.get(n).is_some_and(|c| c.sentinel_of.is_none()));
        self.channels.get(plain.or(all.first().copied())?).map(|c| c.object)
    }

    pub(crate) fn watch_state(&mut self, tid: Tid, call: &ProcessCall) -> State {
        if let Some(pid) = self.waits_for_process(tid, call) {
            let target = self.processes.get(pid.0 as usize).map_or(TrackId(0), |p| p.track);
            return State::Joining { target };
        }
        match self.waits_on(tid, call) {
            Some(object) => {
                let pid = self.thread(tid).process;
                self.show_object(pid, object);
                let on = self.object(pid, object).map_or(TrackId(0), |o| o.track);
                State::Blocked { on, holder: None }
            }
            // A wait for nothing but the clock.
            None => State::Sleeping { until_nanos: self.now_nanos },
        }
    }

    pub(crate) fn stuck_watch(&self, tid: Tid) -> StuckWait {
        if let Some(process) = self.watched_process(tid).and_then(|pid| self.processes.get(pid.0 as usize)) {
            let threads = process.threads.iter().flatten().copied();
            let left = threads.filter(|&t| self.thread(t).status != Status::Finished).collect();
            let name = self.log.name_of(process.track).unwrap_or_else(|| process.number.to_string());
            return StuckWait::Process { name, threads: left };
        }
        let object = self.thread(tid).watch.as_ref().and_then(|watch| self.waits_on(tid, &watch.call));
        match object.and_then(|id| self.object(self.thread(tid).process, id)) {
            Some(object) => {
                let outer = object.of.and_then(|of| self.object(self.thread(tid).process, of)).unwrap_or(object);
                StuckWait::Object { kind: outer.kind, name: outer.name.clone(), owner: None }
            }
            None => StuckWait::Nothing,
        }
    }
}
