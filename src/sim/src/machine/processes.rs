//! Calls that concern several processes: the guest's words for them into the kernel's, and making the processes that the
//! kernel has begun.

use interleave_kernel::{
    Birthright, Call, CallError, Disposition, ObjectId, Pid, ProcessCall as KernelCall, StartMethod,
};
use interleave_python::exit::{Answer, ThreadId};
use interleave_python::process_call::{ProcessCall, Start};

use super::{Machine, object_kind};
use crate::guest::Guest;
use crate::simulation::ProcessInspection;

impl<G: Guest> Machine<G> {
    /// A call for the kernel, or the answer where none is needed.
    pub(super) fn translate_process_call(&mut self, pid: Pid, call: ProcessCall) -> Result<Call, Answer> {
        if !cfg!(feature = "whole") {
            return Err(Answer::None);
        }
        let object = |number: Option<u64>| number.and_then(|n| u32::try_from(n).ok()).map(ObjectId);
        Ok(Call::Process(match call {
            ProcessCall::Fork { name, daemon, sentinel } => {
                let heap_bytes = self.guest_of(pid).map_or(0, Guest::heap_bytes);
                KernelCall::Fork { name, daemon, heap_bytes, sentinel }
            }
            ProcessCall::Spawn { name, daemon, keep, argument, start, sentinel } => {
                let method = match start {
                    Start::Spawn => StartMethod::Spawn,
                    Start::Forkserver => StartMethod::Forkserver,
                };
                KernelCall::Spawn { name, daemon, keep, argument, method, sentinel }
            }
            ProcessCall::Wait { child, block } => KernelCall::Wait { child, block },
            ProcessCall::Kill { number, signal } => KernelCall::Kill { number, signal },
            ProcessCall::OnSignal { signal, handled } => {
                let disposition = match handled {
                    Some(true) => Disposition::Handled,
                    Some(false) => Disposition::Ignore,
                    None => Disposition::Default,
                };
                KernelCall::OnSignal { signal, disposition }
            }
            ProcessCall::TakeSignal => KernelCall::TakeSignal,
            ProcessCall::ResumeWait { again } => KernelCall::ResumeWait { again },
            ProcessCall::Name { name } => {
                self.kernel.name_process(pid, &name);
                return Err(Answer::None);
            }
            ProcessCall::Pipe { both_ways } => KernelCall::Pipe { both_ways },
            ProcessCall::NamePipe { fd, name, of } => KernelCall::NamePipe { fd, name, of: object(of) },
            ProcessCall::Read { fd, most } => KernelCall::Read { fd, most },
            ProcessCall::Write { fd, data } => KernelCall::Write { fd, data, done: 0 },
            ProcessCall::Close { fd } => KernelCall::Close { fd },
            ProcessCall::Duplicate { fd } => KernelCall::Duplicate { fd },
            ProcessCall::Export { fd } => KernelCall::Export { fd },
            ProcessCall::Import { ticket, keep } => KernelCall::Import { ticket, keep },
            ProcessCall::Poll { fds, timeout_nanos } => KernelCall::Poll { fds, timeout_nanos },
            ProcessCall::NewShared { kind, name, of, permits } => {
                KernelCall::NewShared { kind: object_kind(kind), name, of: object(of), permits }
            }
            ProcessCall::Permits { object: number } => KernelCall::Permits { object: super::known(number)? },
            ProcessCall::NewRegion { name, bytes } => KernelCall::NewRegion { name, bytes },
            ProcessCall::OpenRegion { name } => KernelCall::OpenRegion { name },
            ProcessCall::Unlink { name } => KernelCall::Unlink { name },
            ProcessCall::Load { region, at, bytes } => KernelCall::Load { region, at, bytes },
            ProcessCall::Store { region, at, data } => KernelCall::Store { region, at, data },
            ProcessCall::LevelBy { object: number, by } => KernelCall::LevelBy { object: super::known(number)?, by },
            ProcessCall::InOrder => KernelCall::InOrder,
            ProcessCall::Fetch { .. } => return Err(Answer::None),
            ProcessCall::StartMethod => {
                let word = match self.kernel.settings().start_method {
                    StartMethod::Fork => "fork",
                    StartMethod::Spawn => "spawn",
                    StartMethod::Forkserver => "forkserver",
                };
                return Err(Answer::Str(word.to_owned()));
            }
        }))
    }

    /// Makes the processes that the kernel has begun, and tells guests of signals. Called after every step of the kernel, before anything else runs.
    pub(super) fn make_processes(&mut self) {
        for (pid, local) in self.kernel.take_interrupts() {
            if let Some(guest) = self.guest_mut(pid) {
                guest.signal(ThreadId(local));
            }
        }
        for birth in self.kernel.take_births() {
            let number = self.kernel.process_number(birth.child).unwrap_or(0);
            let local = ThreadId(birth.local);
            let child = match birth.right {
                Birthright::CopyOf(parent) => {
                    let parent = self.guests.get_mut(parent.0 as usize).and_then(Option::as_mut);
                    parent.map(|parent| {
                        let mut child = parent.fork_thread(local, number);
                        child.answer(local, Answer::Int(0));
                        child
                    })
                }
                Birthright::Nothing { argument } => Some(self.template.spawned(argument, number)),
            };
            let at = birth.child.0 as usize;
            if self.guests.len() <= at {
                self.guests.resize_with(at + 1, || None);
            }
            if let Some(place) = self.guests.get_mut(at) {
                *place = child;
            }
        }
    }

    /// How much of its objects a process has for itself: of a forked one what was written since, as pages are copied then.
    pub(super) fn tell_memory(&mut self, pid: Pid, tid: interleave_kernel::Tid) {
        let Some(sizes) = self.guest_of(pid).map(Guest::sizes) else { return };
        self.kernel.set_memory(tid, sizes.own);
    }

    /// Hands the files to the process that runs next: they are the machine's, and with whoever ran last.
    pub(super) fn pass_files(&mut self, to: Pid) {
        if self.files_with == to {
            return;
        }
        let from = self.files_with;
        if let Some(files) = self.guest_mut(from).map(Guest::take_files)
            && let Some(guest) = self.guest_mut(to)
        {
            guest.put_files(files);
            self.files_with = to;
        }
    }

    /// The processes to look at: every one that has a guest.
    pub fn processes(&self) -> impl Iterator<Item = ProcessInspection> + '_ {
        let all = self.guests.iter().enumerate().filter_map(|(at, guest)| Some((Pid(at as u32), guest.as_ref()?)));
        all.filter_map(|(pid, guest)| {
            Some(ProcessInspection {
                track: self.kernel.process_track(pid)?,
                number: self.kernel.process_number(pid)?,
                heap_bytes: guest.heap_bytes(),
                globals: guest.globals(),
            })
        })
    }

    pub fn template(&self) -> &G {
        &self.template
    }

    /// Lets go of the guests of processes that have ended; the first one stays, to be looked at.
    pub(super) fn drop_ended(&mut self) {
        if self.kernel.has_ended(self.files_with) {
            self.pass_files(Pid(0));
        }
        for (at, place) in self.guests.iter_mut().enumerate().skip(1) {
            if place.is_some() && self.kernel.has_ended(Pid(at as u32)) {
                *place = None;
            }
        }
    }
}

/// CPython's exception for an error of a call, with the words and numbers of Linux.
pub(super) fn error_answer(error: CallError) -> Answer {
    let (class, number, message) = match error {
        CallError::NoChild => ("ChildProcessError", 10, "No child processes"),
        CallError::NoSuchProcess => ("ProcessLookupError", 3, "No such process"),
        CallError::TooManyProcesses => ("BlockingIOError", 11, "Resource temporarily unavailable"),
        CallError::BadFile => ("OSError", 9, "Bad file descriptor"),
        CallError::BrokenPipe => ("BrokenPipeError", 32, "Broken pipe"),
        CallError::NoSuchMemory => ("FileNotFoundError", 2, "No such file or directory"),
        CallError::MemoryExists => ("FileExistsError", 17, "File exists"),
        CallError::Invalid => ("OSError", 22, "Invalid argument"),
        // CPython raises RuntimeError for every one of the others.
        _ => return Answer::Error { class: "RuntimeError".to_owned(), message: error.to_string() },
    };
    Answer::OsError { class: class.to_owned(), number, message: message.to_owned() }
}
