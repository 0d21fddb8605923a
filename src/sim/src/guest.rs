//! What the simulator needs of an interpreter.
//!
//! The interpreter of `python` is the one that counts; the simulator's own tests also use a scripted one, so that they
//! say what the simulator does and not what Python does.

use interleave_python::exit::{self, Answer, Budget, Ran, ThreadId};
use interleave_python::process::{Files, Process};
use interleave_python::vm::host::{FrameView, Place};
use interleave_python::vm::watch::{self, Access};
use interleave_trace::{SourceId, SourceRange};
use serde::{Deserialize, Serialize};

/// A process of the guest: a plain value. See `interleave_python::exit` for the contract of `run` and `answer`.
pub trait Guest: Sized {
    /// A copy that goes on by itself.
    fn snapshot(&mut self) -> Self;

    /// A copy in which only this thread lives on: `fork`. `number`: the process id of the copy.
    fn fork_thread(&mut self, thread: ThreadId, number: u64) -> Self;

    /// A process started from nothing with `argument`, made from one that has not run yet.
    fn spawned(&mut self, argument: i64, number: u64) -> Self;

    /// The files, which processes hand to one another.
    fn take_files(&mut self) -> Files {
        Files::new()
    }

    fn put_files(&mut self, files: Files) {
        let _ = files;
    }

    /// Bytes of its live objects.
    fn heap_bytes(&self) -> u64;

    /// How large a copy is that shares nothing, and how much was written since the start, in bytes: what two copies do not
    /// share is no more than was written between them.
    fn sizes(&self) -> Sizes {
        Sizes::default()
    }

    fn run(&mut self, thread: ThreadId, budget: Budget) -> Ran;

    fn answer(&mut self, thread: ThreadId, answer: Answer);

    /// A signal arrived for the guest's handlers: they run in this thread before it goes on.
    fn signal(&mut self, thread: ThreadId) {
        let _ = thread;
    }

    /// Where the thread is in the user's program, whose source is `source`; [`SourceRange::NONE`] if nowhere.
    fn place(&self, thread: ThreadId, source: SourceId) -> SourceRange;

    /// The thread's frames in the user's program, innermost last.
    fn frames(&self, thread: ThreadId, source: SourceId) -> Vec<Frame>;

    /// How many frames of the program there are: with the line, tells whether a line has begun.
    fn depth(&self, thread: ThreadId) -> usize;

    /// What the last run told about the tasks of its event loop, with picoseconds since that run began.
    fn task_facts(&mut self, source: SourceId) -> Vec<TaskFact> {
        let _ = source;
        Vec::new()
    }

    /// Shared variables that were read and written since the last call, where that is watched.
    fn accesses(&mut self) -> Vec<Access> {
        Vec::new()
    }

    /// What the program calls such a variable.
    fn variable_name(&self, variable: watch::Variable) -> String {
        let _ = variable;
        String::new()
    }

    /// The tasks that have not ended, of the suspended ones at most so many.
    fn tasks(&self, source: SourceId, most: usize) -> Vec<TaskFrames> {
        let _ = (source, most);
        Vec::new()
    }

    /// Module-level names of the program that hold data.
    fn globals(&self) -> Vec<Variable>;
}

/// A fact of a run, in the trace's terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskFact {
    pub at_picos: u64,
    pub range: SourceRange,
    pub fact: exit::TaskFact,
}

/// A task and the frames of its chain of awaits, outermost first; none while it runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskFrames {
    pub task: u32,
    pub thread: ThreadId,
    pub frames: Vec<Frame>,
}

/// See [`Guest::sizes`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sizes {
    pub whole: u64,
    pub written: u64,
    /// Of a forked process what it does not share with its parent any more.
    pub own: u64,
}

/// A call of a function of the program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {
    pub function: String,
    pub range: SourceRange,
    pub variables: Vec<Variable>,
}

/// A name and what it is bound to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Variable {
    pub name: String,
    /// `repr`, shortened.
    pub value: String,
}

impl Guest for Process {
    fn snapshot(&mut self) -> Self {
        self.fork()
    }

    fn fork_thread(&mut self, thread: ThreadId, number: u64) -> Self {
        Self::fork_thread(self, thread, number)
    }

    fn spawned(&mut self, argument: i64, number: u64) -> Self {
        Self::spawned(self, argument, number)
    }

    fn take_files(&mut self) -> Files {
        Self::take_files(self)
    }

    fn put_files(&mut self, files: Files) {
        Self::put_files(self, files);
    }

    fn heap_bytes(&self) -> u64 {
        Self::heap_bytes(self) as u64
    }

    fn sizes(&self) -> Sizes {
        Sizes { whole: Self::heap_bytes(self) as u64, written: self.written_bytes(), own: self.heap.own_bytes() }
    }

    fn run(&mut self, thread: ThreadId, budget: Budget) -> Ran {
        Self::run(self, thread, budget)
    }

    fn answer(&mut self, thread: ThreadId, answer: Answer) {
        Self::answer(self, thread, answer);
    }

    fn signal(&mut self, thread: ThreadId) {
        Self::signal(self, thread);
    }

    fn place(&self, thread: ThreadId, source: SourceId) -> SourceRange {
        Self::place(self, thread).map_or(SourceRange::NONE, |place| range(self, &place, source))
    }

    fn frames(&self, thread: ThreadId, source: SourceId) -> Vec<Frame> {
        let frame = |view: FrameView| Frame {
            range: range(self, &view.place, source),
            function: view.place.function,
            variables: variables(view.variables),
        };
        self.view_frames(thread).into_iter().map(frame).collect()
    }

    fn depth(&self, thread: ThreadId) -> usize {
        self.view_depth(thread)
    }

    fn accesses(&mut self) -> Vec<Access> {
        self.take_accesses()
    }

    fn variable_name(&self, variable: watch::Variable) -> String {
        Self::variable_name(self, variable)
    }

    fn task_facts(&mut self, source: SourceId) -> Vec<TaskFact> {
        if !self.has_task_facts() {
            return Vec::new();
        }
        let facts = self.take_task_facts().into_iter();
        let here = |at| self.place_of_fact(at).map_or(SourceRange::NONE, |place| range(self, &place, source));
        facts
            .map(|f| TaskFact { at_picos: f.at_picos, range: f.place.map_or(SourceRange::NONE, here), fact: f.fact })
            .collect()
    }

    fn tasks(&self, source: SourceId, most: usize) -> Vec<TaskFrames> {
        let frame = |view: FrameView| Frame {
            range: range(self, &view.place, source),
            function: view.place.function,
            variables: variables(view.variables),
        };
        let tasks = self.view_tasks(most).into_iter();
        tasks
            .map(|t| TaskFrames {
                task: t.task,
                thread: ThreadId(t.thread),
                frames: t.frames.into_iter().map(frame).collect(),
            })
            .collect()
    }

    fn globals(&self) -> Vec<Variable> {
        variables(self.view_globals())
    }
}

/// The place in the trace's terms; nowhere, if it is not in the program itself but in a module beside it.
fn range(process: &Process, place: &Place, source: SourceId) -> SourceRange {
    let program = process.sources.iter().position(|s| !s.embedded);
    if program != usize::try_from(place.source).ok() {
        return SourceRange::NONE;
    }
    SourceRange { source, start: place.start, end: place.end, line: place.line }
}

fn variables(pairs: Vec<(String, String)>) -> Vec<Variable> {
    pairs.into_iter().map(|(name, value)| Variable { name, value }).collect()
}
