//! The guests, one for each process, on one kernel.
//!
//! A *turn* is what the kernel hands out: one thread, from a time, for at most a budget. The guest executes it in one or
//! more *runs*: it leaves for calls that need no kernel (clocks, process ids, standard input), which are answered on the
//! spot, and it can be halted at a given time without the kernel noticing, to be looked at.
//!
//! Time is counted in picoseconds by the guest and in nanoseconds by the kernel; what is left over is carried to the
//! thread's next turn, so that nothing is lost.

use interleave_trace::sorted::SortedMap;
use std::sync::Arc;

use interleave_kernel::tasks::Observed;
use interleave_kernel::{
    After, Answer as KernelAnswer, Call, CallError, Ended, GilModel, Kernel, NewObject, Next, ObjectId, Pid, Settings,
    Stop, SwitchPoints, Tid,
};
use interleave_python::exit::{Answer, Budget, ClockKind, Exit, SyncKind, Syscall, ThreadId};
use interleave_python::library;
use interleave_trace::{ObjectKind, SourceId, SourceRange};

use crate::guest::Guest;
use crate::tasks::observed;

mod processes;
mod races;

pub(crate) const PICOS: u64 = 1000;

/// `time.time()` at the start of every run: 2026-01-01 00:00 UTC. A fixed date keeps runs equal.
const WALL_START_NANOS: u64 = 1_767_225_600_000_000_000;

/// `time.monotonic()` and `time.perf_counter()` at the start: a machine that has been up for a while, as real ones have.
const MONOTONIC_START_NANOS: u64 = 1_000_000_000_000;

/// The process that started the program: a shell with a number of its own.
const PARENT_PID: u64 = 999;

/// Instructions between two switch points of CPython 2 (`_Py_CheckInterval` in `Python/ceval.c`).
const CHECK_INTERVAL: u32 = 100;

/// What the program wrote in one step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    pub at_nanos: u64,
    pub stderr: bool,
    pub text: String,
}

/// A turn under way.
#[derive(Clone, Debug)]
struct Turn {
    thread: Tid,
    process: Pid,
    local: ThreadId,
    at_nanos: u64,
    budget_nanos: u64,
    switch_point: bool,
    /// Picoseconds used in this turn, with what was carried into it.
    used_picos: u64,
    /// What happened in the loop of the thread, to be told with the report.
    facts: Vec<Observed>,
}

impl Turn {
    fn now_nanos(&self) -> u64 {
        self.at_nanos + self.used_picos / PICOS
    }

    fn end_nanos(&self) -> u64 {
        self.at_nanos.saturating_add(self.budget_nanos)
    }
}

/// How far a step came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// There is more to do.
    Going,
    /// The time to halt at is reached.
    Halted,
    Ended,
}

#[derive(Debug)]
pub(crate) struct Machine<G> {
    /// By the kernel's number of the process. `None`: it has ended.
    // invariant: every process that a turn is given to has a guest; the first one keeps its guest when it ends.
    pub guests: Vec<Option<G>>,
    /// The program before its first instruction: what a spawned process is made from.
    template: G,
    pub kernel: Kernel,
    pub source: SourceId,
    /// The process that has the machine's files.
    files_with: Pid,
    turn: Option<Turn>,
    /// The thread that the last step ran, if it ran one.
    ran: Option<Tid>,
    /// Picoseconds below a nanosecond, by thread.
    carried: SortedMap<Tid, u64>,
    uncaught: SortedMap<Tid, String>,
    stdin: Arc<str>,
    stdin_at: usize,
    /// Switch points come every so many instructions, whichever thread executes them; the guest offers one after each.
    every: u32,
    /// Instructions since the last one, while somebody waits for the GIL.
    ticks: u32,
    /// Executed so far, by all threads.
    pub instructions: u64,
    /// Halted here: nothing happens before this time any more.
    reached_nanos: u64,
    /// Found, and not yet in the trace.
    races: Vec<races::Found>,
}

impl<G: Guest> Machine<G> {
    pub fn new(mut guest: G, kernel: Kernel, source: SourceId, stdin: &str) -> Self {
        let every = if counts_ticks(kernel.settings()) { CHECK_INTERVAL } else { 1 };
        let template = guest.snapshot();
        Self {
            guests: vec![Some(guest)],
            template,
            kernel,
            source,
            files_with: Pid(0),
            turn: None,
            ran: None,
            carried: SortedMap::new(),
            uncaught: SortedMap::new(),
            stdin: Arc::from(stdin),
            stdin_at: 0,
            every,
            ticks: 0,
            instructions: 0,
            reached_nanos: 0,
            races: Vec::new(),
        }
    }

    /// A copy that writes no trace.
    pub fn snapshot(&mut self) -> Self {
        Self {
            guests: self.guests.iter_mut().map(|guest| guest.as_mut().map(Guest::snapshot)).collect(),
            template: self.template.snapshot(),
            kernel: self.kernel.snapshot(),
            source: self.source,
            files_with: self.files_with,
            turn: self.turn.clone(),
            ran: self.ran,
            carried: self.carried.clone(),
            uncaught: self.uncaught.clone(),
            stdin: Arc::clone(&self.stdin),
            stdin_at: self.stdin_at,
            every: self.every,
            ticks: self.ticks,
            instructions: self.instructions,
            reached_nanos: self.reached_nanos,
            races: Vec::new(),
        }
    }

    /// How far the run has come.
    pub fn now_nanos(&self) -> u64 {
        self.turn.as_ref().map_or(self.kernel.now_nanos(), Turn::now_nanos).max(self.reached_nanos)
    }

    /// The thread whose turn it is.
    pub fn running(&self) -> Option<Tid> {
        self.turn.as_ref().map(|turn| turn.thread)
    }

    /// The thread that the last step ran, if it ran one.
    pub fn ran(&self) -> Option<Tid> {
        self.ran
    }

    /// The guest of a process that has not ended.
    pub fn guest_of(&self, process: Pid) -> Option<&G> {
        self.guests.get(process.0 as usize)?.as_ref()
    }

    fn guest_mut(&mut self, process: Pid) -> Option<&mut G> {
        self.guests.get_mut(process.0 as usize)?.as_mut()
    }

    fn answer(&mut self, process: Pid, local: ThreadId, answer: Answer) {
        if let Some(guest) = self.guest_mut(process) {
            guest.answer(local, answer);
        }
    }

    /// One run of the guest, at most to `halt_nanos` and at most `picos` long; fetches a turn first where there is none.
    /// Nothing begins at or after `halt_nanos`, but for what the kernel does in that instant.
    pub fn step(&mut self, halt_nanos: u64, picos: u64, written: &mut impl FnMut(Written)) -> Step {
        self.ran = None;
        if self.kernel.ended().is_some() {
            return Step::Ended;
        }
        let mut turn = match self.turn.take() {
            Some(turn) => turn,
            None => match self.advance(halt_nanos) {
                Ok(None) => return self.halted(halt_nanos),
                Ok(Some(Next::Run(run))) => {
                    let local = ThreadId(run.local);
                    if let Some(answer) = run.deliver {
                        self.answer(run.process, local, guest_answer(answer));
                    }
                    self.begin(run.thread, run.process, local, run.at_nanos, run.budget)
                }
                Ok(Some(_)) | Err(_) => return Step::Ended,
            },
        };
        if turn.now_nanos() >= halt_nanos {
            self.turn = Some(turn);
            return self.halted(halt_nanos);
        }
        let end_picos = turn.budget_nanos.saturating_mul(PICOS);
        let halt_picos = halt_nanos.saturating_sub(turn.at_nanos).saturating_mul(PICOS).max(1);
        let wanted = end_picos.min(halt_picos).saturating_sub(turn.used_picos).min(picos).max(1);
        self.ran = Some(turn.thread);
        if cfg!(feature = "whole") {
            self.pass_files(turn.process);
        }
        let source = self.source;
        let budget = Budget { picos: wanted, switch_point: turn.switch_point };
        // invariant: the kernel hands out threads of processes that have not ended, and those have guests.
        let Some(ran) = self.guest_mut(turn.process).map(|guest| guest.run(turn.local, budget)) else {
            self.kernel.guest_limit(0, "a thread of a process that is not there".to_owned());
            return Step::Ended;
        };
        let facts = self.guest_mut(turn.process).map(|guest| guest.task_facts(source)).unwrap_or_default();
        if !facts.is_empty() {
            if !cfg!(feature = "whole") {
                // Generators that a loop drives by hand have lanes in the whole engine.
                library::lack();
            }
            turn.facts.extend(observed(facts, turn.at_nanos, turn.used_picos, MONOTONIC_START_NANOS));
        }
        let accesses = self.guest_mut(turn.process).map(Guest::accesses).unwrap_or_default();
        if cfg!(feature = "whole") && !accesses.is_empty() {
            races::look(self, turn.thread, turn.process, accesses);
        }
        turn.used_picos = turn.used_picos.saturating_add(ran.picos);
        self.instructions += ran.instructions;
        let stop = match ran.exit {
            Exit::BudgetSpent if turn.now_nanos() < turn.end_nanos() => {
                let halted = turn.now_nanos() >= halt_nanos;
                self.turn = Some(turn);
                return if halted { self.halted(halt_nanos) } else { Step::Going };
            }
            Exit::BudgetSpent => Stop::BudgetSpent,
            Exit::SwitchPoint if self.ticks + 1 < self.every => {
                self.ticks += 1;
                if turn.now_nanos() < turn.end_nanos() {
                    self.turn = Some(turn);
                    return Step::Going;
                }
                Stop::BudgetSpent
            }
            Exit::SwitchPoint => {
                self.ticks = 0;
                Stop::SwitchPoint
            }
            Exit::Finished => Stop::Finished { uncaught: self.uncaught.remove(&turn.thread) },
            Exit::Limit(message) => {
                self.kernel.observe(turn.thread, std::mem::take(&mut turn.facts));
                self.kernel.guest_limit(turn.used_picos / PICOS, message);
                return Step::Ended;
            }
            Exit::Syscall(call) => match self.translate(&turn, call, written) {
                Ok(call) => Stop::Call(call),
                Err(answer) => {
                    self.answer(turn.process, turn.local, answer);
                    self.turn = Some(turn);
                    return Step::Going;
                }
            },
        };
        self.report(turn, stop);
        if self.kernel.ended().is_some() { Step::Ended } else { Step::Going }
    }

    fn halted(&mut self, halt_nanos: u64) -> Step {
        self.reached_nanos = self.reached_nanos.max(halt_nanos);
        Step::Halted
    }

    fn advance(&mut self, halt_nanos: u64) -> Result<Option<Next>, interleave_kernel::KernelError> {
        let next = self.kernel.advance_until(halt_nanos);
        self.make_processes();
        next
    }

    fn begin(
        &mut self,
        thread: Tid,
        process: Pid,
        local: ThreadId,
        at_nanos: u64,
        budget: interleave_kernel::Budget,
    ) -> Turn {
        let used_picos = self.carried.remove(&thread).unwrap_or(0);
        Turn {
            thread,
            process,
            local,
            at_nanos,
            budget_nanos: budget.nanos,
            switch_point: budget.stop_at_switch_point,
            used_picos,
            facts: Vec::new(),
        }
    }

    fn report(&mut self, turn: Turn, stop: Stop) {
        self.kernel.observe(turn.thread, turn.facts);
        let over = matches!(stop, Stop::Finished { .. });
        let range = self.guest_of(turn.process).map_or(SourceRange::NONE, |g| g.place(turn.local, self.source));
        let left = turn.used_picos % PICOS;
        if left > 0 && !over {
            self.carried.insert(turn.thread, left);
        }
        let ends = matches!(&stop, Stop::Finished { .. } | Stop::Call(Call::ExitProcess { .. } | Call::Process(_)));
        let several = cfg!(feature = "whole") && self.guests.len() > 1;
        if several && matches!(&stop, Stop::Finished { .. } | Stop::Call(Call::ExitProcess { .. })) {
            // Its last turn may have been its only one.
            self.tell_memory(turn.process, turn.thread);
        }
        let after = self.kernel.ran(turn.used_picos / PICOS, stop, range);
        races::tell(self);
        self.make_processes();
        if several {
            self.tell_memory(turn.process, turn.thread);
        }
        if ends && self.guests.len() > 1 {
            self.drop_ended();
        }
        if let Ok(After::Continue { at_nanos, answer, budget }) = after {
            if let Some(answer) = answer {
                self.answer(turn.process, turn.local, guest_answer(answer));
            }
            self.turn = Some(self.begin(turn.thread, turn.process, turn.local, at_nanos, budget));
        }
    }

    /// A call for the kernel, or the answer where none is needed.
    fn translate(&mut self, turn: &Turn, call: Syscall, written: &mut impl FnMut(Written)) -> Result<Call, Answer> {
        let now = turn.now_nanos();
        let process = turn.process;
        Ok(match call {
            Syscall::Sleep { nanos } => Call::Sleep { nanos },
            Syscall::Yield => Call::Yield,
            Syscall::Io { nanos, what } => Call::Io { nanos, what },
            Syscall::Compute { nanos } => Call::Native { nanos },
            Syscall::LockNew { kind, name, of } => {
                Call::NewObject(NewObject { kind: object_kind(kind), name, of: of.and_then(object_id) })
            }
            Syscall::ObjectNew { kind, name } => Call::NewObject(NewObject { kind: object_kind(kind), name, of: None }),
            Syscall::LockAcquire { lock, blocking, timeout_nanos, name } => {
                let object = known(lock)?;
                if let Some(name) = name {
                    self.kernel.name_object(process, object, &name);
                }
                Call::Acquire { object, blocking, timeout_nanos }
            }
            Syscall::LockRelease { lock } => Call::Release { object: known(lock)? },
            Syscall::LockCount { lock } => Call::LockCount { object: known(lock)? },
            Syscall::ObjectLevel { object, level } => Call::Level { object: known(object)?, level },
            Syscall::ObjectName { object, name } => {
                self.kernel.name_object(process, known(object)?, &name);
                return Err(Answer::None);
            }
            Syscall::ThreadStart { thread, name, daemon } => Call::Spawn { local: thread.0, name, daemon },
            Syscall::ThreadJoin { thread, timeout_nanos } => Call::Join { local: thread.0, timeout_nanos },
            Syscall::ThreadName { thread, name } => {
                self.kernel.name_thread(process, thread.0, &name);
                return Err(Answer::None);
            }
            Syscall::Write { fd, text } => {
                let stderr = fd == 2;
                written(Written { at_nanos: now, stderr, text: text.clone() });
                Call::Output { stderr, text }
            }
            Syscall::Uncaught { text } => {
                self.uncaught.insert(turn.thread, text.clone());
                Call::Uncaught { text }
            }
            Syscall::Note { text } => Call::Note { text },
            Syscall::SetSwitchInterval { nanos } => Call::SetSwitchInterval { nanos },
            Syscall::Priority { native_id, nice } => Call::Priority { native_id, nice },
            Syscall::ExitProcess { status } => Call::ExitProcess { status },
            Syscall::Process(call) => self.translate_process_call(process, call)?,
            Syscall::Clock { kind } => {
                return Err(int(match kind {
                    ClockKind::Wall => WALL_START_NANOS + now,
                    ClockKind::Monotonic => MONOTONIC_START_NANOS + now,
                    ClockKind::ThreadCpu => self.kernel.cpu_nanos(turn.thread, now),
                    ClockKind::ProcessCpu => self.kernel.process_cpu_nanos(process, now),
                }));
            }
            Syscall::ReadLine => return Err(Answer::Str(self.read_line())),
            Syscall::GetSwitchInterval => {
                // A build without such a GIL still has the setting, at its default.
                return Err(int(self.kernel.switch_interval_nanos(process).unwrap_or(5_000_000)));
            }
            Syscall::CpuCount => return Err(int(self.kernel.settings().cores.into())),
            Syscall::GetPid => return Err(int(self.kernel.process_number(process).unwrap_or(0))),
            Syscall::GetParentPid => return Err(int(self.kernel.parent_number(process, PARENT_PID))),
            Syscall::NativeThreadId => return Err(int(self.kernel.native_id(turn.thread).unwrap_or(0))),
        })
    }

    fn read_line(&mut self) -> String {
        let rest = self.stdin.get(self.stdin_at..).unwrap_or_default();
        let line = rest.split_inclusive('\n').next().unwrap_or_default().to_owned();
        self.stdin_at += line.len();
        line
    }

    pub fn ended(&self) -> Option<&Ended> {
        self.kernel.ended()
    }
}

/// CPython 2 counts instructions, unless other switch points were asked for.
pub(crate) fn counts_ticks(settings: &Settings) -> bool {
    settings.switch_points == SwitchPoints::Every100
        || (settings.gil == GilModel::Cpython2 && settings.switch_points == SwitchPoints::CallsAndLoops)
}

fn int(nanos: u64) -> Answer {
    Answer::Int(i64::try_from(nanos).unwrap_or(i64::MAX))
}

fn object_id(number: u64) -> Option<ObjectId> {
    u32::try_from(number).ok().map(ObjectId)
}

fn known(number: u64) -> Result<ObjectId, Answer> {
    object_id(number).ok_or_else(|| guest_answer(KernelAnswer::Error(CallError::NoSuchObject)))
}

fn object_kind(kind: SyncKind) -> ObjectKind {
    match kind {
        SyncKind::Lock => ObjectKind::Lock,
        SyncKind::RLock => ObjectKind::RLock,
        SyncKind::Condition => ObjectKind::Condition,
        SyncKind::Event => ObjectKind::Event,
        SyncKind::Semaphore => ObjectKind::Semaphore,
        SyncKind::Barrier => ObjectKind::Barrier,
        SyncKind::Queue => ObjectKind::Queue,
        SyncKind::Future => ObjectKind::Future,
        SyncKind::Loop => ObjectKind::Loop,
        SyncKind::Pool => ObjectKind::Pool,
    }
}

fn guest_answer(answer: KernelAnswer) -> Answer {
    match answer {
        KernelAnswer::Done => Answer::None,
        KernelAnswer::Bool(yes) => Answer::Bool(yes),
        KernelAnswer::Count(count) => Answer::Int(count.into()),
        KernelAnswer::Object(object) => Answer::Int(object.0.into()),
        KernelAnswer::Spawned { native_id, .. } => int(native_id),
        KernelAnswer::Number(number) => Answer::Int(number),
        KernelAnswer::Numbers(numbers) => Answer::Ints(numbers),
        KernelAnswer::Bytes(bytes) => Answer::Bytes(bytes),
        KernelAnswer::Interrupted => Answer::Interrupted,
        KernelAnswer::Error(error) => processes::error_answer(error),
    }
}
