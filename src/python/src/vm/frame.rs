//! Threads and frames as data.

use serde::{Deserialize, Serialize};

use crate::native::Then;
use crate::object::CodeId;
use crate::value::{Ref, Value};
use crate::vm::run::WINDOW;

/// Where the result of a frame (or of a native standing in for one) goes in the frame below.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub enum Cont {
    /// Into register `dst`, after the check.
    Store { dst: u8, then: Then },
    /// Nowhere (`__setattr__`, `__setitem__`, `__delitem__`, …).
    Ignore,
    /// `__init__` of `instance`, which goes into `dst`.
    Init { dst: u8, instance: Ref },
    /// The instruction before the frame's `ip` is a fused compare or truth jump: it decides from the result.
    Branch,
    /// `__bool__` (or `__len__`, if `len`) of a condition: checked, then into `dst`, or it decides like `Branch`.
    Truth { dst: Option<u8>, len: bool, negate: bool },
    /// A binary operator or comparison in the caller's current instruction: on NotImplemented try the next `stage`.
    Operator { stage: u8 },
    /// `__next__` for the caller's `ForIter`: StopIteration ends the loop.
    ForIter,
    /// `send`/`__next__` for the caller's `Send`: StopIteration carries the result.
    Send,
    /// `next(it, default)`: StopIteration gives the default.
    Next { dst: u8, default: Value },
    /// `__getattribute__` or property of `GetAttr`-like lookups: AttributeError falls back on `__getattr__`.
    GetAttr { dst: u8, object: Value, name: Ref },
    /// `__exit__` for a `with` statement.
    Exit { dst: u8 },
    /// `generator.close()`: GeneratorExit and StopIteration are its success.
    Close { dst: u8, coroutine: bool },
    /// `__get__` for LoadMethod: the result is a plain value, not a method.
    Method { dst: u8 },
    /// The class body: result discarded into `dst` as Python's `__build_class__` expects.
    Import { dst: u8, module: Ref },
    /// `raise Class`: the instance is raised when it is made.
    RaiseResult,
    /// A list of items to unpack from register `dst` on (`after` is `u16::MAX` without a star).
    Unpack { dst: u8, before: u16, after: u16 },
    /// A pair, into two registers.
    Pair { first: u8, second: u8 },
    /// `__new__` of `class`; its result is initialised with these arguments (a tuple, a dict) and goes into `dst`.
    New { dst: u8, class: Ref, args: Value, kwargs: Value },
    /// A turn of a task of asyncio: what it yields, and the context `before` it. None gives the turn up.
    TaskTurn { dst: u8, task: u32, before: Value },
    /// Outermost frame of a thread.
    Bottom,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Frame {
    pub code: CodeId,
    /// Index of the next instruction.
    pub ip: u32,
    /// First register in the thread's stack.
    pub base: u32,
    /// The function object, or unset (module, class body run as code).
    pub func: Value,
    /// Globals dict.
    pub globals: Ref,
    /// Namespace dict of a class body or `exec`, else unset.
    pub namespace: Value,
    pub cont: Cont,
    /// The exception being handled when the frame was entered; restored when it is left.
    pub handling_before: Value,
    /// The generator object this frame belongs to, else unset.
    pub generator: Value,
}

/// Why a thread does not run bytecode.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Pending {
    /// Ready to run.
    No,
    /// A syscall's answer goes through this continuation.
    Answer(Cont),
    /// An answer has arrived.
    Answered(Cont, crate::exit::Answer),
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Thread {
    pub frames: Vec<Frame>,
    pub stack: Vec<Value>,
    /// The exception being handled (`sys.exc_info()[1]`), or None.
    pub handling: Value,
    pub pending: Pending,
    pub name: String,
    /// `threading.Thread` object, or None before the library made one.
    pub object: Value,
    /// The current `contextvars.Context`, or None before the library made one.
    pub context: Value,
    pub started: bool,
    /// A signal arrived: its handler is called before the thread goes on.
    pub signal_due: bool,
}

impl Thread {
    #[must_use]
    pub fn new(name: &str) -> Self {
        Self {
            frames: Vec::new(),
            stack: Vec::new(),
            handling: Value::None,
            pending: Pending::No,
            name: name.to_owned(),
            object: Value::None,
            context: Value::None,
            started: false,
            signal_due: false,
        }
    }

    /// The end of the topmost frame's window in the stack.
    #[must_use]
    pub fn window_end(&self) -> usize {
        self.frames.last().map_or(0, |frame| frame.base as usize) + WINDOW
    }
}
