//! Bytecode: what the compiler writes and the VM executes.
//!
//! A register machine. Every frame sees a window of at most 256 registers `R[0..]`: first the parameters, then the other
//! local variables, then temporaries in stack discipline. An instruction is 8 bytes: an opcode, three register operands
//! `a b c` and one wide operand `d` (constant, name, site, jump target or immediate). Granularity follows CPython's where
//! a learner can see it: `x += 1` on a global is load, add, store.
//!
//! Keeps true: every register operand is below [`Code::registers`]; every jump lands inside the code; every instruction
//! has a source range; a [`Code`] never changes once made (caches live in the process), so it is shared by clones.
//!
//! Conventions
//! * Calls are zero-copy: the callee's window starts at its first argument, which sits in the caller's temporaries.
//!   `Call`: function in `R[a]`, arguments in `R[a+1..]`; `CallMethod`: function in `R[a]`, receiver or *unset* in
//!   `R[a+1]`, arguments in `R[a+2..]`. The result arrives in `R[a]`; everything above `a` is clobbered, so live
//!   temporaries must sit below `a`.
//! * Captured variables live in cells: the register holds the cell. `MakeCell` runs at function entry for captured
//!   parameters and locals, `LoadFree` copies a cell from the closure into its register.
//! * A register may be *unset*. Reading an unset local raises `UnboundLocalError` through `CheckBound`, which the
//!   compiler emits unless the variable is definitely assigned there.

use std::sync::Arc;

use num_bigint::BigInt;
use serde::{Deserialize, Serialize};

/// One instruction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[repr(C)]
pub struct Instr {
    pub op: Op,
    pub a: u8,
    pub b: u8,
    pub c: u8,
    pub d: u32,
}

macro_rules! opcodes {
    ($($(#[doc = $doc:expr])+ $name:ident,)+) => {
        /// Opcodes. `R` registers, `K` constants, `N` names, `S` sites (a name plus an inline cache).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[repr(u8)]
        pub enum Op { $($(#[doc = $doc])+ $name,)+ }
        impl Op {
            pub const ALL: &'static [Op] = &[$(Op::$name,)+];
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Op::$name => stringify!($name),)+ }
            }
        }
    };
}

opcodes! {
    // -- moves and variables
    /// does nothing; a place for a line
    Nop,
    /// a statement begins with the registers from d on dead, or (b = 1) a function returns and all are but R[a]: objects with
    /// `__del__` that nobody refers to any more are told; only in programs that define one
    Reap,
    /// R[a] = R[b]
    Move,
    /// R[a] = K[d]
    LoadConst,
    /// R[a] = int(d as i32)
    LoadInt,
    /// R[a] = None
    LoadNone,
    /// UnboundLocalError naming N[d] if R[a] is unset
    CheckBound,
    /// del of a local: unset R[a]; UnboundLocalError naming N[d] if it was unset
    DeleteLocal,
    /// R[a] = unset (clears `except … as name` and comprehension variables; never raises)
    Clear,
    /// R[a] = globals or builtins [S[d]]; NameError
    LoadGlobal,
    /// globals[S[d]] = R[a]
    StoreGlobal,
    /// del globals[S[d]]; NameError
    DeleteGlobal,
    /// R[a] = frame namespace, globals or builtins [S[d]] (class bodies, exec); NameError
    LoadName,
    /// frame namespace [N[d]] = R[a]
    StoreName,
    /// del frame namespace [N[d]]
    DeleteName,
    /// R[a] = new cell holding R[a]
    MakeCell,
    /// R[a] = closure cell number d of the running function
    LoadFree,
    /// R[a] = contents of cell R[b]; NameError (free variable) or UnboundLocalError naming N[d]
    LoadDeref,
    /// contents of cell R[a] = R[b]
    StoreDeref,
    /// empty cell R[a]; error naming N[d] if empty
    DeleteDeref,
    /// class body reading a captured name: frame namespace [N[d]], else contents of cell R[b] -> R[a]
    LoadClassDeref,

    // -- operators: R[a] = R[b] op R[c]; d = 1 for the in-place form
    /// R[a] = R[b] + R[c]
    Add,
    /// R[a] = R[b] - R[c]
    Sub,
    /// R[a] = R[b] * R[c]
    Mul,
    /// R[a] = R[b] / R[c]
    TrueDiv,
    /// R[a] = R[b] // R[c]
    FloorDiv,
    /// R[a] = R[b] % R[c]
    Mod,
    /// R[a] = R[b] ** R[c]
    Pow,
    /// R[a] = R[b] << R[c]
    LShift,
    /// R[a] = R[b] >> R[c]
    RShift,
    /// R[a] = R[b] & R[c]
    And,
    /// R[a] = R[b] | R[c]
    Or,
    /// R[a] = R[b] ^ R[c]
    Xor,
    /// R[a] = R[b] @ R[c]
    MatMul,
    /// R[a] = R[b] + (d as i32); c = 1 for the in-place form
    AddInt,
    /// R[a] = R[b] - (d as i32); c = 1 for the in-place form
    SubInt,
    /// R[a] = -R[b]
    Neg,
    /// R[a] = +R[b]
    Pos,
    /// R[a] = ~R[b]
    Invert,
    /// R[a] = not R[b]
    Not,
    /// R[a] = R[b] < R[c]
    Lt,
    /// R[a] = R[b] <= R[c]
    Le,
    /// R[a] = R[b] == R[c]
    Eq,
    /// R[a] = R[b] != R[c]
    Ne,
    /// R[a] = R[b] > R[c]
    Gt,
    /// R[a] = R[b] >= R[c]
    Ge,
    /// R[a] = R[b] is R[c]
    Is,
    /// R[a] = R[b] is not R[c]
    IsNot,
    /// R[a] = R[b] in R[c]
    In,
    /// R[a] = R[b] not in R[c]
    NotIn,

    // -- jumps (d = index of the target instruction)
    /// plain jump: forward, or back to the `Send` of a delegation loop; never a switch point
    Jump,
    /// backward jump of a loop: a switch point
    JumpBack,
    /// jump if truth(R[a])
    JumpIfTrue,
    /// jump if not truth(R[a])
    JumpIfFalse,
    /// jump if R[a] is None
    JumpIfNone,
    /// jump if R[a] is not None
    JumpIfNotNone,
    /// jump if truth(R[b] < R[c]) == (a != 0)
    JumpLt,
    /// jump if truth(R[b] <= R[c]) == (a != 0)
    JumpLe,
    /// jump if truth(R[b] == R[c]) == (a != 0)
    JumpEq,
    /// jump if truth(R[b] != R[c]) == (a != 0)
    JumpNe,
    /// jump if truth(R[b] > R[c]) == (a != 0)
    JumpGt,
    /// jump if truth(R[b] >= R[c]) == (a != 0)
    JumpGe,
    /// jump if truth(R[b] < K[c]) == (a != 0); K[c] is an int
    JumpLtK,
    /// jump if truth(R[b] <= K[c]) == (a != 0); K[c] is an int
    JumpLeK,
    /// jump if truth(R[b] == K[c]) == (a != 0); K[c] is an int
    JumpEqK,
    /// jump if truth(R[b] != K[c]) == (a != 0); K[c] is an int
    JumpNeK,
    /// jump if truth(R[b] > K[c]) == (a != 0); K[c] is an int
    JumpGtK,
    /// jump if truth(R[b] >= K[c]) == (a != 0); K[c] is an int
    JumpGeK,

    // -- containers and attributes
    /// R[a] = R[b][R[c]]
    GetItem,
    /// R[a][R[b]] = R[c]
    SetItem,
    /// del R[a][R[b]]
    DelItem,
    /// R[a] = slice(R[b], R[b+1], R[b+2])
    BuildSlice,
    /// R[a] = R[b].S[d]
    GetAttr,
    /// R[a].S[d] = R[b]
    SetAttr,
    /// del R[a].S[d]
    DelAttr,
    /// R[a], R[a+1] = function, receiver of method R[b].S[d]; or bound/plain value, unset
    LoadMethod,
    /// R[a] = the super() object for class cell R[b] and first argument R[c]
    LoadSuper,
    /// R[a] = [R[b], … c of them]
    BuildList,
    /// R[a] = (R[b], … c of them)
    BuildTuple,
    /// R[a] = {R[b], … c of them}
    BuildSet,
    /// R[a] = {R[b]: R[b+1], … c pairs}
    BuildMap,
    /// R[a] = ''.join(R[b], … c of them), all str (f-strings)
    BuildString,
    /// R[a] = format(convert(R[b]), R[d-1] or '' when d = 0); c: 0 none, 1 !s, 2 !r, 3 !a
    FormatValue,
    /// R[a].append(R[b]) on an exact list
    ListAppend,
    /// R[a].extend(R[b]) on an exact list
    ListExtend,
    /// R[a].add(R[b]) on an exact set
    SetAdd,
    /// R[a].update(R[b]) on an exact set
    SetUpdate,
    /// R[a][R[b]] = R[c] on an exact dict (comprehensions)
    MapAdd,
    /// R[a].update(R[b]) on an exact dict ({**x})
    DictUpdate,
    /// merge mapping R[b] into dict R[a] for a call; TypeError on a repeated key, naming function R[c]
    DictMerge,
    /// R[a] = tuple(list R[b])
    ListToTuple,
    /// R[a], R[a+1], … (c of them) = R[b]; ValueError on a wrong count
    UnpackSequence,
    /// starred: R[a].. = c values before, a list, d values after, of R[b]
    UnpackEx,

    // -- iteration
    /// R[a] = iter(R[b])
    GetIter,
    /// R[a] = next(R[b]), or jump to d when exhausted
    ForIter,

    // -- calls
    /// R[a] = R[a](R[a+1], … b of them)
    Call,
    /// R[a] = R[a]([R[a+1],] R[a+2], … b of them)
    CallMethod,
    /// as Call: b positional, then c keyword values; K[d] = tuple of the keyword names
    CallKw,
    /// as CallMethod: b positional, then c keyword values; K[d] = tuple of the keyword names
    CallMethodKw,
    /// R[a] = R[a](*list R[a+1], **dict R[a+2]); R[a+2] may be None
    CallEx,
    /// return R[a]
    Return,
    /// return None
    ReturnNone,
    /// R[a] = function of child code d; c flags: 1 defaults tuple, 2 keyword-defaults dict, 4 annotations dict,
    /// 8 closure tuple of cells; those present sit in R[b], R[b+1], … in that order
    MakeFunction,
    /// R[a] = builtin number d of [`Common`]
    LoadCommon,

    // -- generators and coroutines
    /// first instruction of a generator, coroutine or async generator: leaves with the generator object
    MakeGenerator,
    /// yield R[b]; the value sent arrives in R[a]; c = 1 inside an async generator
    Yield,
    /// the iterator to delegate to: R[a] = iter(R[b]) for `yield from` (generators and coroutines pass as they are)
    GetYieldFrom,
    /// R[a] = awaitable iterator of R[b] (`__await__`); TypeError
    GetAwaitable,
    /// send R[b] to iterator R[a]: if it yields, R[b] = the value, go on; if it returns, R[b] = the result, jump to d
    Send,
    /// yield R[b] on behalf of the delegate R[a]; the value sent arrives in R[b]; thrown exceptions go to the delegate
    YieldDelegate,
    /// R[a] = R[b].__aiter__()
    GetAIter,
    /// R[a] = awaitable of R[b].__anext__()
    GetANext,
    /// exception R[a]: if StopAsyncIteration, drop it and jump to d; else re-raise
    EndAsyncFor,

    // -- exceptions and with
    /// c = 0: bare raise; 1: raise R[a]; 2: raise R[a] from R[b]
    Raise,
    /// re-raise exception R[a] with its traceback
    Reraise,
    /// enter a handler: R[b] = the exception being handled so far, which becomes R[a]
    PushExc,
    /// leave a handler: the exception being handled becomes R[b] again
    PopExc,
    /// R[a] = exception R[b] matches class or tuple R[c]; TypeError if that is no exception class
    ExcMatch,
    /// except*: R[a] = matching part of R[b] (an exception, a group, or None) for R[c], or None; R[b] = the rest or None
    ExcGroupMatch,
    /// except*: R[a] = what is left to raise of list R[b] (raised and unhandled parts) for original R[c], or None
    ExcGroupRest,
    /// R[a] = bound `__exit__` of R[b]; R[a+1] = R[b].__enter__(); TypeError
    WithEnter,
    /// R[b] = R[a](None, None, None) when c = 0, or R[a](type, exc, tb) of exception R[b] when c = 1
    WithExit,
    /// as WithEnter with `__aexit__`, `__aenter__`: R[a+1] = the awaitable
    AsyncWithEnter,

    // -- modules
    /// R[a] = import of module K[d]; R[b] = from-list tuple or None; c = level of a relative import
    ImportName,
    /// R[a] = attribute or submodule N[d] of module R[b]; ImportError
    ImportFrom,
    /// from R[b] import *
    ImportStar,

    // -- match
    /// R[a] = R[b] is a sequence for patterns
    MatchSequence,
    /// R[a] = R[b] is a mapping for patterns
    MatchMapping,
    /// R[a] = len(R[b])
    GetLen,
    /// R[a] = tuple of R[b]'s values for keys tuple R[c], or None
    MatchKeys,
    /// R[a] = tuple of attributes of R[b] for class R[c] with d positional and keyword names tuple R[c+1], or None
    MatchClass,
    /// R[a] = dict(R[b]) without the keys of tuple R[c]
    DictWithout,
}

/// Builtins that the compiler names directly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[repr(u32)]
pub enum Common {
    AssertionError,
    BuildClass,
    NotImplementedError,
    /// prelude function (name, value thunk) for `type X = …`
    TypeAlias,
    /// prelude function (name, kind) for type parameters
    TypeParam,
    /// `sys.displayhook`: shows the value of an expression statement of interactive code
    DisplayHook,
}

/// A constant as the compiler knows it; the process turns it into a value when the code is first loaded.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Const {
    None,
    Bool(bool),
    Int(i64),
    BigInt(BigInt),
    Float(f64),
    Complex(f64, f64),
    Str(String),
    Bytes(Vec<u8>),
    Tuple(Vec<Const>),
    FrozenSet(Vec<Const>),
    Ellipsis,
}

/// Byte range in the source text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

/// Instructions `start..end` are protected: an exception there goes to `target` with the exception in `R[register]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handler {
    pub start: u32,
    pub end: u32,
    pub target: u32,
    pub register: u8,
}

/// Parameters, in register order: positional (positional-only first), keyword-only, `*args`, `**kwargs`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Params {
    pub positional_only: u16,
    /// All positional ones, the positional-only included.
    pub positional: u16,
    pub keyword_only: u16,
    pub varargs: bool,
    pub varkw: bool,
}

impl Params {
    /// Registers taken by parameters.
    #[must_use]
    pub fn count(self) -> usize {
        usize::from(self.positional)
            + usize::from(self.keyword_only)
            + usize::from(self.varargs)
            + usize::from(self.varkw)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CodeKind {
    Module,
    ClassBody,
    Function,
    Lambda,
    /// List, set, dict comprehension (called at once with the outermost iterator) or generator expression.
    Comprehension,
}

/// How calling a function of this code behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Flavour {
    Plain,
    Generator,
    Coroutine,
    AsyncGenerator,
    /// A generator that can be awaited: `types.coroutine` made it one.
    Awaitable,
}

/// A variable for people: tracebacks, the variables pane, `locals()`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Variable {
    pub name: String,
    pub register: u8,
    /// The register holds a cell.
    pub cell: bool,
}

/// A compiled block.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Code {
    pub name: String,
    pub qualname: String,
    pub kind: CodeKind,
    pub flavour: Flavour,
    pub params: Params,
    /// Window size, at most 256.
    pub registers: u16,
    pub instrs: Vec<Instr>,
    /// Parallel to `instrs`: the place a traceback underlines.
    pub spans: Vec<Span>,
    /// Parallel to `instrs`: 1-based line.
    pub lines: Vec<u32>,
    pub consts: Vec<Const>,
    pub names: Vec<String>,
    /// Index into `names` per site; each site has an inline cache in the process.
    pub sites: Vec<u32>,
    /// Not in a copy of a process: its codes are loaded already, each on its own.
    #[serde(skip)]
    pub children: Vec<Arc<Code>>,
    /// Innermost first.
    pub handlers: Vec<Handler>,
    /// Parameters first, in register order, then locals, then free variables.
    pub variables: Vec<Variable>,
    pub free_names: Vec<String>,
    pub doc: Option<String>,
    pub first_line: u32,
    /// Instructions after the calls whose results are thrown away, in order: a coroutine made there is never awaited.
    pub discards: Vec<u32>,
    /// Index into the process's sources; set when the code is loaded.
    pub source: u32,
    /// Part of the product, not of the user's program: frames are hidden, costs are those of the built-in it implements.
    pub embedded: bool,
}
