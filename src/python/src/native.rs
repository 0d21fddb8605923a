//! Built-in functions and methods written in Rust: how they are declared, called and what they may do.
//!
//! A native never calls back into Python and never blocks. It returns a [`Native`]: a value, or *how to go on*: call this
//! Python callable in my place (its result becomes my result), or ask the host. So no Rust stack ever stands between two
//! Python frames, and a process stays a plain value at every instruction.
//!
//! The pattern for a built-in that may have to call Python (`sorted` with a key, `sum` over a generator, `repr` of a list
//! of instances): do it natively when the data allows it, else return [`Native::Call`] of a function of the prelude
//! (`prelude/builtins.py`), which does the same in Python: resumable by construction.

use crate::cost::Cost;
use crate::exit::Syscall;
use crate::process::Process;
use crate::value::{Ref, Value};

/// An exception on its way: a reference to an `Object::Exception`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raise(pub Ref);

/// Result of anything that can raise.
pub type Res<T> = Result<T, Raise>;
pub type NativeResult = Res<Native>;

/// What a native asks for when it is done.
#[derive(Clone, Debug)]
pub enum Native {
    /// The result.
    Done(Value),
    /// Tail call: the result of this call, checked as `then` says, is the result.
    Call { func: Value, args: Vec<Value>, kwargs: Vec<(Value, Value)>, then: Then },
    /// Leave the VM; the host's answer is the result.
    Syscall(Syscall),
    /// Something only the interpreter loop can do, because it needs the frames.
    Special(Special),
}

/// What is done with the result of a tail call before it becomes the native's result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Then {
    Nothing,
    /// `__bool__`: must be a bool.
    Bool,
    /// The truth of whatever comes, by the rules of `bool()` (natively decidable or via `__bool__`).
    Truth,
    /// Its negation.
    NotTruth,
    /// `__len__`: a non-negative int.
    Len,
    /// `__hash__`: an int, reduced as CPython does.
    Hash,
    /// Must be a str; the name of the method for the message.
    Str,
    Repr,
    /// Must be an int (`__index__`, `__int__`).
    Int,
    Float,
    /// `__iter__` must give an iterator.
    Iter,
    /// Result is thrown away; the native's result is None.
    None,
}

/// Built-ins that look at the frames of the running thread.
#[derive(Clone, Debug)]
pub enum Special {
    /// `globals()`
    Globals,
    /// `locals()`, `vars()`, `dir()` without argument
    Locals,
    Dir,
    /// `super()` without arguments, called indirectly.
    Super,
    /// `sys.exc_info()`
    ExcInfo,
    /// `sys._getframe(depth)`: (module name, function name, line, file, locals) of a frame.
    Frame(usize),
    /// Every frame of the program on this thread, innermost first: as `Frame`, and its code object.
    Frames,
    /// `exec(code, globals, namespace)` of compiled code; `want_value` for `eval`.
    Exec {
        code: crate::object::CodeId,
        globals: Ref,
        namespace: Value,
        want_value: bool,
    },
    /// Runs a class body function in a namespace; its result (the `__class__` cell or None) is the result.
    ClassBody {
        func: Value,
        namespace: Value,
    },
    /// Next item of an iterator; `default` when exhausted, else StopIteration is raised.
    Next {
        iterator: Value,
        default: Value,
    },
    /// generator.send / throw / close
    GeneratorSend {
        generator: Ref,
        value: Value,
    },
    /// A turn of a task, as `_asyncio._resume` says.
    TaskTurn {
        task: u32,
        coroutine: Ref,
        before: Value,
    },
    GeneratorThrow {
        generator: Ref,
        exception: Value,
    },
    GeneratorClose {
        generator: Ref,
    },
    /// Starts a new VM thread that calls `func(*args)`; result is the answer of the host to ThreadStart.
    StartThread {
        func: Value,
        args: Vec<Value>,
        name: String,
        daemon: bool,
    },
    /// The current thread's dense number.
    CurrentThread,
    /// `gc.collect()`: how many objects went.
    Collect,
    /// `traceback` lines of the stack as text (traceback.format_stack).
    StackText,
}

impl From<Value> for Native {
    fn from(value: Value) -> Self {
        Self::Done(value)
    }
}

impl Native {
    /// A tail call with positional arguments.
    #[must_use]
    pub fn call(func: Value, args: &[Value]) -> Self {
        Self::Call { func, args: args.to_vec(), kwargs: Vec::new(), then: Then::Nothing }
    }

    /// A tail call whose result is checked.
    #[must_use]
    pub fn call_then(func: Value, args: &[Value], then: Then) -> Self {
        Self::Call { func, args: args.to_vec(), kwargs: Vec::new(), then }
    }
}

/// Arguments of a native call.
#[derive(Clone, Copy, Debug)]
pub struct Args<'a> {
    /// For fixed natives exactly `max` values, absent ones unset; for variadic ones what was passed. A method's receiver
    /// comes first.
    pub pos: &'a [Value],
    /// Keyword arguments that were not turned into positions: (str, value).
    pub kw: &'a [(Value, Value)],
}

impl Args<'_> {
    #[inline]
    #[must_use]
    pub fn get(&self, index: usize) -> Value {
        self.pos.get(index).copied().unwrap_or(Value::Unset)
    }

    /// As `get`, with None for an absent argument.
    #[must_use]
    pub fn or_none(&self, index: usize) -> Value {
        match self.get(index) {
            Value::Unset => Value::None,
            value => value,
        }
    }
}

pub type NativeFn = fn(&mut Process, &Args<'_>) -> NativeResult;

/// How attribute lookup treats a native found in a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bind {
    /// A plain function of a module.
    Function,
    /// Takes the instance first.
    Method,
    Static,
    /// Takes the class first.
    Class,
    /// Read as an attribute: called with the instance (`int.real`).
    Getter,
}

/// Declaration of a native.
#[derive(Clone, Copy, Debug)]
pub struct NativeDef {
    pub name: &'static str,
    pub run: NativeFn,
    /// Fewest arguments, the receiver included.
    pub min: u8,
    /// Most arguments, the receiver included; [`MANY`] for any number.
    pub max: u8,
    /// Names by which positions can be passed as keywords: position i has `names[i]`; "" or missing: positional only.
    /// For [`MANY`], the keyword-only names it accepts (`["*"]`: any).
    pub names: &'static [&'static str],
    pub bind: Bind,
    pub cost: Cost,
}

/// Any number of arguments.
pub const MANY: u8 = 255;

impl NativeDef {
    /// A method with `min..=max` arguments after the receiver, positional only.
    #[must_use]
    pub const fn method(name: &'static str, run: NativeFn, min: u8, max: u8) -> Self {
        let max = if max == MANY { MANY } else { max + 1 };
        Self { name, run, min: min + 1, max, names: &[], bind: Bind::Method, cost: Cost::StrMethod }
    }

    /// A module function.
    #[must_use]
    pub const fn function(name: &'static str, run: NativeFn, min: u8, max: u8) -> Self {
        Self { name, run, min, max, names: &[], bind: Bind::Function, cost: Cost::BuiltinCall }
    }

    #[must_use]
    pub const fn static_method(name: &'static str, run: NativeFn, min: u8, max: u8) -> Self {
        Self { name, run, min, max, names: &[], bind: Bind::Static, cost: Cost::BuiltinCall }
    }

    #[must_use]
    pub const fn class_method(name: &'static str, run: NativeFn, min: u8, max: u8) -> Self {
        let max = if max == MANY { MANY } else { max + 1 };
        Self { name, run, min: min + 1, max, names: &[], bind: Bind::Class, cost: Cost::BuiltinCall }
    }

    #[must_use]
    pub const fn getter(name: &'static str, run: NativeFn) -> Self {
        Self { name, run, min: 1, max: 1, names: &[], bind: Bind::Getter, cost: Cost::AttrLoad }
    }

    /// With keyword names by position (the receiver of a method is position 0: give it "").
    #[must_use]
    pub const fn names(mut self, names: &'static [&'static str]) -> Self {
        self.names = names;
        self
    }

    /// Only the whole engine has its code: in the small one it makes the program start again there.
    #[must_use]
    pub const fn rare(mut self) -> Self {
        if !crate::library::HAS_RARE_NATIVES {
            self.run = lacking;
        }
        self
    }

    #[must_use]
    pub const fn cost(mut self, cost: Cost) -> Self {
        self.cost = cost;
        self
    }
}

/// What the small engine has in place of rare code. The host starts the run again with the whole one, so nobody sees the exception.
pub(crate) fn lacking(vm: &mut Process, _: &Args<'_>) -> NativeResult {
    crate::library::lack();
    Err(vm.raise(crate::classes::RUNTIME_ERROR, "this needs the whole engine"))
}

/// The natives of one class or module.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// A class of `classes.rs` ("str") or a module ("math"); "builtins" for built-in functions.
    pub owner: &'static str,
    pub is_class: bool,
    pub items: &'static [NativeDef],
}
