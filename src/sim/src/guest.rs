//! What the simulator needs of an interpreter.
//!
//! The interpreter of `python` is the one that counts; the simulator's own tests also use a scripted one, so that they
//! say what the simulator does and not what Python does.

use interleave_python::exit::{Answer, Budget, Ran, ThreadId};
use interleave_python::process::Process;
use interleave_python::vm::host::{FrameView, Place};
use interleave_trace::{SourceId, SourceRange};
use serde::{Deserialize, Serialize};

/// A process of the guest: a plain value. See `interleave_python::exit` for the contract of `run` and `answer`.
pub trait Guest: Sized {
    /// A copy that goes on by itself.
    fn snapshot(&mut self) -> Self;

    fn run(&mut self, thread: ThreadId, budget: Budget) -> Ran;

    fn answer(&mut self, thread: ThreadId, answer: Answer);

    /// Where the thread is in the user's program, whose source is `source`; [`SourceRange::NONE`] if nowhere.
    fn place(&self, thread: ThreadId, source: SourceId) -> SourceRange;

    /// The thread's frames in the user's program, innermost last.
    fn frames(&self, thread: ThreadId, source: SourceId) -> Vec<Frame>;

    /// How many frames of the program there are: with the line, tells whether a line has begun.
    fn depth(&self, thread: ThreadId) -> usize;

    /// Module-level names of the program that hold data.
    fn globals(&self) -> Vec<Variable>;
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

    fn run(&mut self, thread: ThreadId, budget: Budget) -> Ran {
        Self::run(self, thread, budget)
    }

    fn answer(&mut self, thread: ThreadId, answer: Answer) {
        Self::answer(self, thread, answer);
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
