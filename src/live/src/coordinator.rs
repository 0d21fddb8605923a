//! What several live processes share: their numbers and ends, the pipes between them, the machine's locks and memory.
//!
//! Each process runs in a worker of its own with a [`LiveMachine`](crate::LiveMachine) of its own. What concerns more than
//! one process leaves it as a [`Remote`] call and comes here as a [`ToCoordinator`] message; what the coordinator decides
//! goes out as [`Order`]s to whoever hosts the workers. A call that cannot be answered yet is kept and tried again whenever
//! something happened.
//!
//! Keeps true: every call is answered at most once, and exactly once while its process lives; a descriptor is counted in
//! every process that has it; calls that wait for the same thing are tried in the order in which they came. Must not know:
//! workers, messages' encodings, bytecode.

mod disk;
mod files;
mod shared;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use interleave_python::exit::{Answer, SyncKind, ThreadId};
use interleave_python::modules::files::Change;
use interleave_python::process_call::ProcessCall;
use serde::{Deserialize, Serialize};

use disk::Disk;
pub(crate) use files::MESSAGE_HEAD_BYTES;
use files::{File, Files};
use shared::Shared;

/// Numbers of objects of the machine have this bit; all others are the process's own.
pub const SHARED_BIT: u64 = 1 << 31;
/// The first process's number, and the shell's that started it.
pub const FIRST_PID: u64 = 1000;
const SIGINT: u8 = 2;
const SIGKILL: u8 = 9;
const SIGPIPE: u8 = 13;
/// Signals that do nothing unless there is a handler: `SIGCHLD`, `SIGCONT`, `SIGURG`, `SIGWINCH`.
const HARMLESS: [u8; 4] = [17, 18, 23, 28];

/// A call that a process cannot answer itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Remote {
    Process(ProcessCall),
    /// Of objects of the machine.
    Acquire {
        object: u64,
        blocking: bool,
        timeout_nanos: Option<u64>,
    },
    Release {
        object: u64,
    },
    Count {
        object: u64,
    },
    /// As `Release`, of one that the process has: it does not wait for an answer, and gets none.
    Let {
        object: u64,
    },
    /// The head of a message (4 bytes, its length); where the whole message is there, all of it.
    ReadMessage {
        fd: u32,
    },
    /// Back with what was read of a message and is not wanted. No answer.
    Unread {
        fd: u32,
        #[serde(with = "interleave_python::byte_runs")]
        data: Bytes,
    },
    /// What the thread has done to files; its turn is over. No answer.
    Changes {
        changes: Vec<Change>,
    },
}

/// What a process's worker says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ToCoordinator {
    /// `image`: for a fork, the copy of the process, serialised, in which the calling thread has been answered 0.
    Call {
        thread: u32,
        call: Remote,
        #[serde(with = "interleave_python::byte_runs")]
        image: Vec<u8>,
    },
    /// The process has ended by itself.
    Ended { status: i32 },
}

/// How a process begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Birth {
    /// From nothing, as a child that was spawned with this argument.
    Spawned { argument: i64 },
    /// From a serialised copy; `thread` is the one that lives on.
    Copy {
        #[serde(with = "interleave_python::byte_runs")]
        image: Vec<u8>,
        thread: u32,
    },
}

/// What the host of the workers is to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Order {
    /// Start a worker for this process.
    Start {
        pid: u64,
        parent: u64,
        name: String,
        birth: Birth,
    },
    Answer {
        pid: u64,
        thread: u32,
        answer: Answer,
    },
    /// A signal arrived that the process has a function for.
    Interrupt {
        pid: u64,
    },
    /// Killed: its worker is to be ended at once.
    Terminate {
        pid: u64,
        signal: u8,
    },
    /// The first process has ended; so has the run.
    Over {
        status: i32,
    },
}

#[derive(Clone, Debug, Default)]
struct Process {
    parent: Option<u64>,
    files: BTreeMap<u32, File>,
    /// A status, or a negative signal.
    exited: Option<i32>,
    reaped: bool,
    /// Signals with another than the default effect: handled, or ignored.
    signals: BTreeMap<u8, bool>,
    pending: Vec<u8>,
}

/// A call that waits.
#[derive(Clone, Debug)]
struct Waiting {
    pid: u64,
    thread: u32,
    call: Remote,
    /// Bytes of a write that went in already.
    done: usize,
    deadline: Option<u64>,
}

/// The machine that the processes of a run live on.
#[derive(Debug)]
pub struct Coordinator {
    processes: BTreeMap<u64, Process>,
    next_pid: u64,
    files: Files,
    shared: Shared,
    disk: Disk,
    waiting: Vec<Waiting>,
    /// Processes at a time, at most.
    limit: usize,
}

pub(crate) fn os_error(class: &str, number: i64, message: &str) -> Answer {
    Answer::OsError { class: class.to_owned(), number, message: message.to_owned() }
}

fn no_such_process() -> Answer {
    os_error("ProcessLookupError", 3, "No such process")
}

impl Coordinator {
    /// A machine with one process, [`FIRST_PID`].
    #[must_use]
    pub fn new(limit: usize) -> Self {
        let processes = BTreeMap::from([(FIRST_PID, Process::default())]);
        Self {
            processes,
            next_pid: FIRST_PID + 1,
            files: Files::default(),
            shared: Shared::default(),
            disk: Disk::default(),
            waiting: Vec::new(),
            limit,
        }
    }

    /// Processes that have not ended.
    #[must_use]
    pub fn alive(&self) -> usize {
        self.processes.values().filter(|p| p.exited.is_none()).count()
    }

    /// Takes a message of a process.
    pub fn hear(&mut self, now: u64, pid: u64, message: ToCoordinator, out: &mut Vec<Order>) {
        if self.processes.get(&pid).is_none_or(|p| p.exited.is_some()) {
            return;
        }
        match message {
            ToCoordinator::Call { thread, call, image } => self.call(now, pid, thread, call, image, out),
            ToCoordinator::Ended { status } => self.end(pid, status, out),
        }
        self.retry(now, out);
    }

    /// Ends the waits whose time is over.
    pub fn poll(&mut self, now: u64, out: &mut Vec<Order>) {
        self.retry(now, out);
    }

    /// When [`poll`](Self::poll) has something to do.
    #[must_use]
    pub fn next_deadline(&self) -> Option<u64> {
        self.waiting.iter().filter_map(|w| w.deadline).min()
    }

    /// A worker died without a word: its process ends as if killed.
    pub fn crashed(&mut self, now: u64, pid: u64, out: &mut Vec<Order>) {
        self.end(pid, -i32::from(SIGKILL), out);
        self.retry(now, out);
    }

    fn call(&mut self, now: u64, pid: u64, thread: u32, call: Remote, image: Vec<u8>, out: &mut Vec<Order>) {
        let answer = match call {
            Remote::Process(ProcessCall::Fork { name, sentinel, .. }) => {
                let birth = Birth::Copy { image, thread };
                self.begin(pid, name, None, sentinel, birth, out)
            }
            Remote::Process(ProcessCall::Spawn { name, keep, argument, sentinel, .. }) => {
                self.begin(pid, name, Some(&keep), sentinel, Birth::Spawned { argument }, out)
            }
            Remote::Process(ProcessCall::Kill { number, signal }) => {
                let answer = self.kill(number, signal, out);
                if self.processes.get(&pid).is_some_and(|p| p.exited.is_some()) {
                    return;
                }
                answer
            }
            Remote::Let { object } => {
                let _ = self.shared.release(object, (pid, thread));
                return;
            }
            Remote::Unread { fd, data } => {
                let file = self.processes.get(&pid).and_then(|p| p.files.get(&fd)).copied();
                return self.files.unread(file.unwrap_or_default(), &data);
            }
            Remote::Changes { changes } => return self.disk.done((pid, thread), changes),
            call => {
                let timeout = match &call {
                    Remote::Process(ProcessCall::Poll { timeout_nanos, .. })
                    | Remote::Acquire { timeout_nanos, .. } => *timeout_nanos,
                    _ => None,
                };
                let deadline = timeout.map(|nanos| now.saturating_add(nanos));
                let mut waiting = Waiting { pid, thread, call, done: 0, deadline };
                match self.attempt(&mut waiting) {
                    Some(answer) => answer,
                    None => return self.waiting.push(waiting),
                }
            }
        };
        out.push(Order::Answer { pid, thread, answer });
    }

    fn begin(
        &mut self,
        parent: u64,
        name: String,
        keep: Option<&[u32]>,
        sentinel: Option<u32>,
        birth: Birth,
        out: &mut Vec<Order>,
    ) -> Answer {
        if self.alive() >= self.limit {
            return os_error("BlockingIOError", 11, "Resource temporarily unavailable");
        }
        let Some(from) = self.processes.get(&parent) else { return no_such_process() };
        let inherited = from.files.iter().filter(|(fd, _)| keep.is_none_or(|keep| keep.contains(fd)));
        let files: BTreeMap<u32, File> = inherited.map(|(&fd, &file)| (fd, file)).collect();
        let signals = if keep.is_none() { from.signals.clone() } else { BTreeMap::new() };
        let read = sentinel.and_then(|fd| from.files.get(&fd)).and_then(|file| file.read);
        let pid = self.next_pid;
        self.next_pid += 1;
        for &file in files.values() {
            self.files.count(file, 1);
        }
        self.files.mark_sentinel(read, pid);
        if keep.is_none() {
            self.disk.forked(parent, pid);
        }
        let process = Process { parent: Some(parent), files, signals, ..Process::default() };
        self.processes.insert(pid, process);
        let name = if name.is_empty() { format!("pid {pid}") } else { name };
        out.push(Order::Start { pid, parent, name, birth });
        Answer::Int(pid as i64)
    }

    fn kill(&mut self, number: u64, signal: u8, out: &mut Vec<Order>) -> Answer {
        let Some(process) = self.processes.get_mut(&number).filter(|p| !p.reaped) else { return no_such_process() };
        if signal == 0 || process.exited.is_some() {
            return Answer::None;
        }
        let handled = match process.signals.get(&signal) {
            _ if signal == SIGKILL => None,
            Some(&handled) => Some(handled),
            None if signal == SIGINT => Some(true),
            None if HARMLESS.contains(&signal) || signal == SIGPIPE => Some(false),
            None => None,
        };
        match handled {
            Some(false) => {}
            Some(true) => {
                process.pending.push(signal);
                out.push(Order::Interrupt { pid: number });
            }
            None => {
                out.push(Order::Terminate { pid: number, signal });
                self.end(number, -i32::from(signal), out);
            }
        }
        Answer::None
    }

    fn end(&mut self, pid: u64, status: i32, out: &mut Vec<Order>) {
        let Some(process) = self.processes.get_mut(&pid).filter(|p| p.exited.is_none()) else { return };
        process.exited = Some(status);
        process.reaped = process.parent.is_none();
        let files = std::mem::take(&mut process.files);
        for file in files.into_values() {
            self.files.count(file, -1);
        }
        self.waiting.retain(|waiting| waiting.pid != pid);
        self.disk.ended(pid);
        for child in self.processes.values_mut().filter(|p| p.parent == Some(pid)) {
            // The system's first process takes orphans and asks for their status.
            child.parent = None;
            child.reaped |= child.exited.is_some();
        }
        if pid == FIRST_PID {
            out.push(Order::Over { status });
        }
    }

    /// Tries every call that waits, until a whole round changes nothing.
    fn retry(&mut self, now: u64, out: &mut Vec<Order>) {
        loop {
            let mut changed = false;
            for mut waiting in std::mem::take(&mut self.waiting) {
                if let Some(answer) = self.attempt(&mut waiting) {
                    out.push(Order::Answer { pid: waiting.pid, thread: waiting.thread, answer });
                    changed = true;
                } else if waiting.deadline.is_some_and(|at| now >= at) {
                    let answer = match waiting.call {
                        Remote::Acquire { .. } => Answer::Bool(false),
                        _ => Answer::Ints(Vec::new()),
                    };
                    out.push(Order::Answer { pid: waiting.pid, thread: waiting.thread, answer });
                } else {
                    self.waiting.push(waiting);
                }
            }
            if !changed {
                return;
            }
        }
    }

    /// The answer, if there can be one now.
    fn attempt(&mut self, waiting: &mut Waiting) -> Option<Answer> {
        let (pid, thread) = (waiting.pid, waiting.thread);
        let call = match &waiting.call {
            Remote::Acquire { object, blocking, timeout_nanos } => {
                let wait = *blocking && *timeout_nanos != Some(0);
                return self.shared.acquire(*object, (pid, thread), wait);
            }
            Remote::Release { object } => return Some(self.shared.release(*object, (pid, thread))),
            Remote::Count { object } => return Some(self.shared.count(*object, (pid, thread))),
            Remote::ReadMessage { fd } => {
                let file = self.processes.get(&pid)?.files.get(fd).copied();
                return self.files.read_message(file.unwrap_or_default());
            }
            // Carried out as they came.
            Remote::Let { .. } | Remote::Unread { .. } | Remote::Changes { .. } => return Some(Answer::None),
            Remote::Process(call) => call,
        };
        match call {
            ProcessCall::Wait { child, block } => return self.reap(pid, *child, *block),
            ProcessCall::InOrder => return self.disk.grant((pid, thread)),
            ProcessCall::Read { .. } | ProcessCall::Write { .. } | ProcessCall::Poll { .. } => {
                let files = &self.processes.get(&pid)?.files;
                return self.files.attempt(files, call, &mut waiting.done);
            }
            _ => {}
        }
        let process = self.processes.get_mut(&pid)?;
        Some(match call {
            ProcessCall::OnSignal { signal, handled } => {
                match handled {
                    Some(handled) => process.signals.insert(*signal, *handled),
                    None => process.signals.remove(signal),
                };
                Answer::None
            }
            ProcessCall::TakeSignal => {
                let first = if process.pending.is_empty() { 0 } else { process.pending.remove(0) };
                Answer::Int(first.into())
            }
            // No wait is broken off here: a signal's handlers run when the thread is next on.
            ProcessCall::ResumeWait { .. } | ProcessCall::LevelBy { .. } => Answer::None,
            ProcessCall::Pipe { both_ways } => self.files.pipe(&mut process.files, *both_ways),
            ProcessCall::NamePipe { .. } => Answer::None,
            ProcessCall::Close { fd } => self.files.close(&mut process.files, *fd),
            ProcessCall::Duplicate { fd } => self.files.duplicate(&mut process.files, *fd),
            ProcessCall::Export { fd } => self.files.export(&process.files, *fd),
            ProcessCall::Import { ticket, keep } => self.files.import(&mut process.files, *ticket, *keep),
            ProcessCall::NewShared { kind, permits, .. } => self.shared.new_object(*kind, *permits),
            ProcessCall::Permits { object } => self.shared.permits(*object),
            ProcessCall::NewRegion { name, bytes } => self.shared.new_region(name.clone(), *bytes),
            ProcessCall::OpenRegion { name } => self.shared.open_region(name),
            ProcessCall::Unlink { name } => self.shared.unlink(name),
            ProcessCall::Load { region, at, bytes } => self.shared.load(*region, *at, *bytes),
            ProcessCall::Store { region, at, data } => self.shared.store(*region, *at, data),
            // Answered above or by the process itself.
            _ => os_error("OSError", 22, "Invalid argument"),
        })
    }

    fn reap(&mut self, pid: u64, child: Option<u64>, block: bool) -> Option<Answer> {
        let own = |number: &u64, p: &Process| p.parent == Some(pid) && !p.reaped && child.is_none_or(|c| c == *number);
        if !self.processes.iter().any(|(number, p)| own(number, p)) {
            return Some(os_error("ChildProcessError", 10, "No child processes"));
        }
        let ended = self.processes.iter_mut().find(|(number, p)| own(number, p) && p.exited.is_some());
        match ended {
            Some((&number, process)) => {
                process.reaped = true;
                Some(Answer::Ints(vec![number as i64, process.exited.unwrap_or(0).into()]))
            }
            None => (!block).then(|| Answer::Ints(vec![0, 0])),
        }
    }

    /// Processes that are left over when the first has ended; their workers are to be ended.
    #[must_use]
    pub fn left_over(&self) -> Vec<u64> {
        self.processes.iter().filter(|(_, p)| p.exited.is_none()).map(|(&pid, _)| pid).collect()
    }

    /// Whether nobody can ever be answered: every process of `idle` waits here, and no clock ends a wait.
    #[must_use]
    pub fn is_stuck(&self, idle: &BTreeSet<u64>) -> bool {
        let alive = self.processes.iter().filter(|(_, p)| p.exited.is_none());
        self.waiting.iter().all(|w| w.deadline.is_none())
            && alive.into_iter().all(|(pid, _)| idle.contains(pid) && self.waiting.iter().any(|w| w.pid == *pid))
    }
}

/// A call on its way to the coordinator, with the copy of the process where it is a fork.
#[derive(Debug)]
pub struct Call {
    pub thread: ThreadId,
    pub call: Remote,
    pub image: Option<crate::image::Image>,
}

/// Puts the copies to the forks they were made for.
pub(crate) fn with_images(
    calls: Vec<(ThreadId, Remote)>,
    images: &mut Vec<(ThreadId, crate::image::Image)>,
) -> Vec<Call> {
    let with_image = |(thread, call): (ThreadId, Remote)| {
        let is_fork = matches!(call, Remote::Process(ProcessCall::Fork { .. }));
        let at = images.iter().position(|(of, _)| is_fork && *of == thread);
        Call { thread, call, image: at.map(|at| images.remove(at).1) }
    };
    calls.into_iter().map(with_image).collect()
}

/// Bytes between processes.
pub(crate) type Bytes = Arc<[u8]>;
/// What an object is to the reader.
pub(crate) type Kind = SyncKind;
