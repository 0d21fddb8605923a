//! Looking at a kernel from outside, for the panes beside the timeline.

use serde::{Deserialize, Serialize};

use interleave_trace::{SourceRange, TrackId};

use crate::kernel::Kernel;
use crate::table::{ObjectId, Pid, Status, Tid};

/// What a thread is doing, in short. The trace has the details.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ThreadStatus {
    Running,
    Runnable,
    GilWait,
    Blocked,
    Joining,
    Sleeping,
    Io,
    Finished,
}

/// A thread as it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ThreadView {
    pub thread: Tid,
    pub process: Pid,
    /// The guest's number.
    pub local: u32,
    pub native_id: u64,
    pub name: String,
    pub daemon: bool,
    pub track: TrackId,
    pub status: ThreadStatus,
    pub range: SourceRange,
    /// Names of the locks it holds, in the order of acquisition.
    pub held: Vec<String>,
    pub cpu_nanos: u64,
}

impl Kernel {
    /// Every thread of the run, in order of creation.
    pub fn threads(&self) -> impl Iterator<Item = ThreadView> + '_ {
        (0..self.threads.len() as u32).map(|i| self.view(Tid(i)))
    }

    fn view(&self, tid: Tid) -> ThreadView {
        let thread = self.thread(tid);
        ThreadView {
            thread: tid,
            process: thread.process,
            local: thread.local,
            native_id: thread.native_id,
            name: thread.name.clone(),
            daemon: thread.daemon,
            track: thread.track,
            status: match thread.status {
                Status::Running { .. } => ThreadStatus::Running,
                Status::Runnable { .. } | Status::Starting => ThreadStatus::Runnable,
                Status::GilWait { .. } => ThreadStatus::GilWait,
                Status::Blocked { .. } => ThreadStatus::Blocked,
                Status::Watching { .. } if self.watched_process(tid).is_some() => ThreadStatus::Joining,
                Status::Watching { .. } => ThreadStatus::Blocked,
                Status::Joining { .. } => ThreadStatus::Joining,
                Status::Sleeping => ThreadStatus::Sleeping,
                Status::Io => ThreadStatus::Io,
                Status::Finished => ThreadStatus::Finished,
            },
            range: thread.range,
            held: self
                .held_objects(tid)
                .filter_map(|object| self.object(thread.process, object).map(|o| o.name.clone()))
                .collect(),
            cpu_nanos: thread.cpu_nanos,
        }
    }

    /// The locks of a thread that the reader knows about (not the private parts of other objects).
    pub(crate) fn held_objects(&self, tid: Tid) -> impl Iterator<Item = ObjectId> + '_ {
        let thread = self.thread(tid);
        let held = thread.held.iter().copied();
        held.filter(move |&object| self.object(thread.process, object).is_some_and(|o| o.of.is_none()))
    }

    /// The switch interval of a process; `None` without such a GIL.
    #[must_use]
    pub fn switch_interval_nanos(&self, process: Pid) -> Option<u64> {
        self.gil(process).map(|gil| gil.interval_nanos).filter(|&nanos| nanos != crate::gil::NO_INTERVAL)
    }

    /// The process of a thread, and the guest's number of it.
    #[must_use]
    pub fn local_of(&self, thread: Tid) -> Option<(Pid, u32)> {
        self.threads.get(thread.0 as usize).map(|t| (t.process, t.local))
    }

    /// What `os.getpid` shows.
    #[must_use]
    pub fn process_number(&self, process: Pid) -> Option<u64> {
        self.processes.get(process.0 as usize).map(|p| p.number)
    }

    /// What `threading.get_native_id` shows.
    #[must_use]
    pub fn native_id(&self, thread: Tid) -> Option<u64> {
        self.threads.get(thread.0 as usize).map(|t| t.native_id)
    }

    /// CPU time of a thread at `at_nanos`, a time it has reached.
    #[must_use]
    pub fn cpu_nanos(&self, thread: Tid, at_nanos: u64) -> u64 {
        let Some(entry) = self.threads.get(thread.0 as usize) else { return 0 };
        let on_core = match entry.status {
            Status::Running { core } => at_nanos.saturating_sub(self.core(core).since),
            _ => 0,
        };
        entry.cpu_nanos + on_core
    }

    /// CPU time of all threads of a process at `at_nanos`.
    #[must_use]
    pub fn process_cpu_nanos(&self, process: Pid, at_nanos: u64) -> u64 {
        let threads = self.processes.get(process.0 as usize).map(|p| p.threads.iter().flatten());
        threads.into_iter().flatten().map(|&tid| self.cpu_nanos(tid, at_nanos)).sum()
    }

    #[must_use]
    pub fn track_of(&self, thread: Tid) -> Option<TrackId> {
        self.threads.get(thread.0 as usize).map(|t| t.track)
    }
}
