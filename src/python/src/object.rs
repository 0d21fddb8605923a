//! Heap objects. References between objects are indices, so a heap is a plain value: cloning it is `fork`, keeping it is
//! a snapshot.
//!
//! Keeps true: no object holds anything that cannot be cloned and serialised (no `Rc`, no pointers, no closures).

use std::sync::Arc;

use num_bigint::BigInt;
use serde::{Deserialize, Serialize};

use crate::dict::Dict;
use crate::set::SetTable;
use crate::value::{Ref, Value};

/// Index into the process's loaded codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CodeId(pub u32);

/// Index into the table of native functions (see `native.rs`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct NativeId(pub u16);

/// Index into the process's table of instance layouts (see `shape.rs`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ShapeId(pub u32);

/// One heap object.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub enum Object {
    /// A free slot of the arena.
    #[default]
    Free,
    Str(Str),
    /// The first `len` bytes of a growing buffer (`s += …` in a loop appends in place; older prefixes stay valid).
    StrTail {
        buffer: Ref,
        len: u32,
        ascii: bool,
    },
    /// The buffer behind `StrTail`s. Not a Python object.
    StrBuffer(String),
    Bytes(#[serde(with = "crate::byte_runs")] Arc<[u8]>),
    ByteArray(#[serde(with = "crate::byte_runs")] Vec<u8>),
    BigInt(Box<BigInt>),
    Complex {
        re: f64,
        im: f64,
    },
    List(Vec<Value>),
    Tuple(Box<[Value]>),
    Dict(Box<Dict>),
    Set(Box<SetTable>),
    FrozenSet(Box<SetTable>),
    Range(Box<Range>),
    Slice(Box<[Value; 3]>),
    /// `dict.keys()`, `.values()`, `.items()`.
    DictView {
        dict: Ref,
        kind: ViewKind,
    },
    /// `types.MappingProxyType` over a dict (`cls.__dict__`).
    MappingProxy {
        dict: Ref,
    },
    Cell(Value),
    Function(Box<Function>),
    Native(NativeId),
    /// A native function bound to its receiver, or any callable bound by attribute access.
    BoundMethod {
        func: Value,
        receiver: Value,
    },
    Class(Box<Class>),
    Instance(Box<Instance>),
    Exception(Box<Exception>),
    Module(Box<Module>),
    Iter(Box<Iter>),
    Generator(Box<Generator>),
    Property(Box<Property>),
    StaticMethod(Value),
    ClassMethod(Value),
    Super(Box<Super>),
    /// A code object (`compile`, `f.__code__`).
    Code(CodeId),
    Traceback(Arc<[TracebackEntry]>),
    /// A host object by its number: lock, event loop handle, file. `kind` says what it is to Python.
    Host(Box<Host>),
    /// `list[int]`, `int | None`: an alias that only remembers its parts.
    Alias(Box<Alias>),
    /// A Mersenne Twister state (`random.Random`).
    Random(Box<RandomState>),
    /// An in-memory text or binary file (`io.StringIO`, `open`).
    File(Box<File>),
    MemoryView(Box<MemoryView>),
    /// What is in a `collections.deque`. Not a Python object by itself.
    Deque(Box<Deque>),
}

/// Items of a deque: a vector with room before its first item.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Deque {
    /// From `head` on; what is before it is unset.
    pub items: Vec<Value>,
    pub head: usize,
}

impl Deque {
    #[must_use]
    pub fn live(&self) -> &[Value] {
        self.items.get(self.head..).unwrap_or(&[])
    }

    pub fn live_mut(&mut self) -> &mut [Value] {
        self.items.get_mut(self.head..).unwrap_or(&mut [])
    }

    pub fn pop_back(&mut self) -> Option<Value> {
        if self.items.len() > self.head { self.items.pop() } else { None }
    }

    pub fn pop_front(&mut self) -> Option<Value> {
        let item = std::mem::replace(self.items.get_mut(self.head)?, Value::Unset);
        self.head += 1;
        // half of it is room: each item is moved at most once for each that went
        if self.head > 16 && self.head * 2 > self.items.len() {
            self.items.drain(..self.head);
            self.head = 0;
        }
        Some(item)
    }

    pub fn push_front(&mut self, item: Value) {
        if self.head == 0 {
            let room = self.items.len().max(4);
            self.items.resize(self.items.len() + room, Value::Unset);
            self.items.rotate_right(room);
            self.head = room;
        }
        self.head -= 1;
        if let Some(place) = self.items.get_mut(self.head) {
            *place = item;
        }
    }
}

/// Text with what is worth remembering about it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Str {
    pub text: Arc<str>,
    /// Python-visible hash where it was computed at creation (interned strings), else 0.
    pub hash: i64,
    /// All characters are ASCII, so indexing by character is indexing by byte.
    pub ascii: bool,
    pub interned: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ViewKind {
    Keys,
    Values,
    Items,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Range {
    pub start: i64,
    pub stop: i64,
    /// Never 0.
    pub step: i64,
}

impl Range {
    /// Number of items.
    #[must_use]
    pub fn len(&self) -> u64 {
        let (lo, hi, step) = if self.step > 0 {
            (self.start, self.stop, self.step.unsigned_abs())
        } else {
            (self.stop, self.start, self.step.unsigned_abs())
        };
        if lo >= hi { 0 } else { (hi.wrapping_sub(lo) as u64 - 1) / step + 1 }
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The item at `index`, which must be below `len`.
    #[must_use]
    pub fn at(&self, index: u64) -> i64 {
        self.start.wrapping_add(self.step.wrapping_mul(index as i64))
    }
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Function {
    pub code: CodeId,
    pub name: Value,
    pub qualname: Value,
    /// Dict of the module the function was made in.
    pub globals: Ref,
    /// Values for the last positional parameters.
    pub defaults: Vec<Value>,
    /// Values for keyword-only parameters, by parameter number after the positional ones; unset where there is none.
    pub kw_defaults: Vec<Value>,
    pub closure: Vec<Ref>,
    pub annotations: Value,
    pub doc: Value,
    pub module: Value,
    /// Attributes set on the function, a dict, or unset.
    pub dict: Value,
}

/// Which built-in layout the instances of a class have underneath.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Layout {
    /// `object` and classes of Python code: only attributes.
    Plain,
    Exception,
    /// A subclass of a built-in value type: `Instance::payload` holds the built-in value.
    Int,
    Float,
    Complex,
    Str,
    Bytes,
    ByteArray,
    List,
    Tuple,
    Dict,
    Set,
    FrozenSet,
    /// `type` and metaclasses: instances are `Class` objects.
    Type,
    Module,
    /// Property and other native objects that cannot be subclassed with storage of their own.
    Native,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Class {
    pub name: Ref,
    pub qualname: Ref,
    pub bases: Vec<Ref>,
    /// Method resolution order, this class first.
    pub mro: Vec<Ref>,
    pub dict: Ref,
    /// `type` or a metaclass.
    pub metaclass: Ref,
    pub layout: Layout,
    pub subclasses: Vec<Ref>,
    /// Instances have no dict, only these names (`__slots__` all along the MRO).
    pub slots: Option<Vec<Ref>>,
    /// What the class (with its bases) defines that changes the meaning of plain operations.
    pub flags: ClassFlags,
    /// How many attributes its instances had last: where to reserve room.
    pub instance_size: u8,
    pub builtin: bool,
}

/// Special methods that Python code defines somewhere in the MRO below the built-in base. Recomputed when a class
/// dict of the MRO changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClassFlags {
    pub getattribute: bool,
    pub getattr: bool,
    pub setattr: bool,
    pub delattr: bool,
    pub eq: bool,
    pub hash: bool,
    pub repr: bool,
    pub str: bool,
    pub bool_or_len: bool,
    pub new: bool,
    pub init: bool,
    pub iter: bool,
    pub getitem: bool,
    pub del: bool,
    /// `__hash__ = None`: unhashable.
    pub unhashable: bool,
    pub is_abstract: bool,
    /// Its instances' end is told (`__del__`).
    #[serde(default)]
    pub finalize: bool,
}

/// An object of a class that Python code defined (or of a library class written in Python).
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Instance {
    pub class: Ref,
    /// Layout of `slots`; meaningless once `dict` is set.
    pub shape: ShapeId,
    pub slots: Vec<Value>,
    /// The attributes as a dict object, once somebody asked for `__dict__` or deleted an attribute.
    pub dict: Value,
    /// The built-in value under a subclass of one (`class Stack(list)`), else unset.
    pub payload: Value,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Exception {
    pub class: Ref,
    /// A tuple.
    pub args: Value,
    pub cause: Value,
    pub context: Value,
    pub suppress_context: bool,
    pub traceback: Vec<TracebackEntry>,
    /// Attributes (also `__notes__`, `name`, `code`, …) as a dict object, or unset.
    pub dict: Value,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TracebackEntry {
    pub code: CodeId,
    /// Instruction index.
    pub ip: u32,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Module {
    pub name: Ref,
    pub dict: Ref,
}

/// Built-in iterators that need no Python code to advance.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Iter {
    Range {
        next: i64,
        step: i64,
        left: u64,
    },
    List {
        list: Ref,
        index: usize,
    },
    /// Counts down from `index`; `usize::MAX` when exhausted.
    ListReversed {
        list: Ref,
        index: usize,
    },
    Tuple {
        tuple: Ref,
        index: usize,
    },
    /// Byte offset of the next character.
    Str {
        text: Ref,
        offset: usize,
    },
    Bytes {
        bytes: Value,
        index: usize,
    },
    Dict {
        dict: Ref,
        kind: ViewKind,
        index: usize,
        len: usize,
        reversed: bool,
    },
    Set {
        set: Ref,
        index: usize,
        len: usize,
    },
    Enumerate {
        inner: Value,
        count: i64,
    },
    Zip {
        inner: Vec<Value>,
        strict: bool,
    },
    /// Any sequence value by index, backwards or forwards (tuple, str, range …).
    Sequence {
        seq: Value,
        index: i64,
        step: i64,
        left: u64,
    },
    /// `itertools.count`
    Count {
        next: Value,
        step: Value,
    },
    /// `itertools.repeat`
    Repeat {
        value: Value,
        left: Option<u64>,
    },
    Empty,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum GeneratorKind {
    Generator,
    Coroutine,
    AsyncGenerator,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Generator {
    pub kind: GeneratorKind,
    /// The frame while suspended; `None` while running and when finished.
    pub frame: Option<Box<SavedFrame>>,
    pub running: bool,
    pub finished: bool,
    pub started: bool,
    pub name: Value,
    pub qualname: Value,
    pub code: CodeId,
    /// The class it shows as when a built-in (`map`, `filter`, `zip`) is implemented as a generator, else unset.
    pub shown_class: Value,
}

/// A frame off the thread's stack.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SavedFrame {
    pub ip: u32,
    pub func: Value,
    pub globals: Ref,
    pub namespace: Value,
    /// The exception that the generator's own handlers were handling.
    pub handling: Value,
    pub registers: Vec<Value>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Property {
    pub get: Value,
    pub set: Value,
    pub delete: Value,
    pub doc: Value,
    pub name: Value,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Super {
    /// Search starts after this class in the MRO of `start`.
    pub class: Ref,
    pub receiver: Value,
    /// Class whose MRO is searched.
    pub start: Ref,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum HostKind {
    Lock,
    RLock,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Host {
    pub kind: HostKind,
    /// The host's number for it.
    pub id: u64,
    /// Whether the host was told a name for people.
    pub named: bool,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Alias {
    pub origin: Value,
    /// A tuple.
    pub args: Value,
    /// `X | Y` instead of `X[Y]`.
    pub union: bool,
}

/// MT19937 as CPython keeps it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RandomState {
    pub state: Vec<u32>,
    pub index: u32,
    pub gauss_next: Option<f64>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct File {
    pub name: Value,
    pub binary: bool,
    pub readable: bool,
    pub writable: bool,
    pub closed: bool,
    pub position: usize,
    pub data: Vec<u8>,
    /// Where in the in-memory file system the bytes go on close; unset for `StringIO` and `BytesIO`.
    pub path: Option<String>,
    /// 1 or 2 for the process's standard output and error, 0 for standard input.
    pub std_stream: Option<u8>,
    /// Append every write at the end.
    pub append: bool,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MemoryView {
    pub base: Value,
    pub start: usize,
    pub len: usize,
    pub readonly: bool,
}
