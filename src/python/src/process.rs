//! A Python process as a value: heap, loaded code, threads, modules.
//!
//! This module has the state, making objects, making exceptions and interning. Running is in `vm/`, operations on values
//! in `ops.rs`, the public face for hosts (`boot`, `run`, `answer`) in `vm/host.rs`.

use std::sync::Arc;

use num_bigint::BigInt;
use num_traits::ToPrimitive;
use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize};

use crate::code::Code;
use crate::cost::{Cost, Costs};
use crate::dict::Dict;
use crate::heap::Heap;
use crate::native::{Bind, Raise};
use crate::object::{CodeId, Exception, Instance, Iter, Object, Str};
use crate::shape::Shapes;
use crate::value::{Ref, Value};
use crate::vm::frame::{Frame, Pending, Thread};
use crate::{classes, hash};

/// A code with its constants and names made into values of this process.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Loaded {
    pub code: Arc<Code>,
    pub consts: Vec<Value>,
    /// Interned strings, parallel to `Code::names`.
    pub names: Vec<Ref>,
    pub children: Vec<CodeId>,
    /// First inline cache of this code in `Process::caches`.
    pub cache_base: u32,
    /// Index into `Process::sources`.
    pub source: u32,
    pub embedded: bool,
    pub pricing: Pricing,
    /// Registers that hold parameters and local variables; those beyond are temporaries.
    pub locals: u16,
    /// Number of parameters when all are positional: the fast way in.
    pub simple_positional: Option<u16>,
}

/// What the instructions of a code object cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Pricing {
    /// What the CPython instructions cost that they stand for.
    Python,
    /// Somewhat more: CPython's library does the same with more steps.
    Library,
    /// A share of that: CPython does the same work in C.
    C,
    /// Next to nothing: what they stand for is charged by name.
    Free,
}

/// One inline cache; what the fields mean is up to the instruction that owns it. Only an accelerator: dropping all of
/// them changes no result and no cost.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cache {
    pub key: u32,
    pub version: u32,
    pub slot: u32,
    pub kind: u32,
    pub value: Value,
}

/// One line of the cache of class attribute lookups.
#[derive(Clone, Copy, Debug)]
pub struct MethodCacheEntry {
    pub class: Ref,
    pub name: Ref,
    pub version: u32,
    /// Unset: the class has no such attribute.
    pub value: Value,
}

/// A text that code was compiled from. In a copy of a process that goes to another worker, our own texts are empty: nobody sees them.
#[derive(Clone, Debug, Deserialize)]
pub struct SourceText {
    pub name: String,
    pub text: Arc<str>,
    /// Part of the product: hidden in tracebacks and from viewers.
    pub embedded: bool,
}

impl Serialize for SourceText {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("SourceText", 3)?;
        fields.serialize_field("name", &self.name)?;
        fields.serialize_field("text", if self.embedded { "" } else { &*self.text })?;
        fields.serialize_field("embedded", &self.embedded)?;
        fields.end()
    }
}

/// Bounds on what a program may use. Each ends the run, or raises, with a message that names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    pub heap_bytes: usize,
    pub instructions: u64,
    pub output_bytes: u64,
    /// `sys.getrecursionlimit()`.
    pub recursion: u32,
    pub threads: u32,
    /// The longest message of `multiprocessing`'s pipes, in bytes; 0: none. Pythons before 3.8 write a message's length as a
    /// C int (`Connection._send_bytes`), so that theirs ends at 2 GiB.
    #[serde(default)]
    pub frame_bytes: u64,
    #[serde(default)]
    pub event_loop: EventLoop,
}

/// The event loops that `asyncio` makes where the program says nothing else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum EventLoop {
    #[default]
    Plain,
    /// Tasks begin at once, in `create_task` (`asyncio.eager_task_factory`, Python 3.12).
    Eager,
    /// With uvloop's costs (`prelude/lib/uvloop.py`).
    Uvloop,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            heap_bytes: 512 << 20,
            instructions: 2_000_000_000,
            output_bytes: 8 << 20,
            recursion: 1000,
            threads: 20_000,
            frame_bytes: 0,
            event_loop: EventLoop::Plain,
        }
    }
}

/// What a process is started with.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Config {
    pub limits: Limits,
    pub costs: Costs,
    pub switch_model: SwitchModel,
    /// Write down which shared variables are read and written: see `vm::watch`. Slow.
    #[serde(default)]
    pub watch_accesses: bool,
    /// Seeds `random` when the program does not.
    pub seed: u64,
    pub argv: Vec<String>,
    /// Other modules the program may import: name and source.
    pub sibling_modules: Vec<(String, String)>,
}

/// Where the interpreter may give up the GIL.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum SwitchModel {
    /// CPython 3.10 and later: loop back edges, function entry, after calls of natives, blocking calls.
    #[default]
    CallsAndLoops,
    /// Before 3.10, and for teaching.
    EveryInstruction,
    /// When the line changes, in the program's own code.
    Lines,
}

/// Slot of `Process::statics` with the one empty tuple.
pub(crate) const EMPTY_TUPLE: usize = 15;

/// Lines of `Process::literals`.
const LITERALS: usize = 512;

/// Bytes by path; see `modules/files.rs`.
pub type Files = std::collections::BTreeMap<String, Vec<u8>>;

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Process {
    pub heap: Heap,
    /// What was read and written, where that is watched.
    #[serde(skip)]
    pub(crate) accesses: Vec<crate::vm::watch::Access>,
    pub(crate) codes: Arc<Vec<Loaded>>,
    #[serde(skip)]
    pub(crate) caches: Vec<Cache>,
    pub(crate) threads: Vec<Option<Box<Thread>>>,
    /// Interned strings: a table of str objects by hash.
    pub(crate) interned: Dict,
    pub(crate) shapes: Shapes,
    /// `sys.modules`.
    pub(crate) modules: Ref,
    /// Dict of module `builtins`.
    pub(crate) builtins: Ref,
    /// Dict of the prelude: Python parts of built-ins.
    pub(crate) prelude: Ref,
    /// Dict of `__main__`.
    pub(crate) main: Ref,
    /// Changes when a class changes in a way that inline caches must notice.
    pub(crate) class_version: u32,
    pub costs: Costs,
    /// Where busy waiting is looked for.
    #[serde(skip)]
    pub(crate) spin: crate::vm::spin::Spin,
    /// Picoseconds used since the current `run` began.
    pub(crate) spent: u64,
    pub(crate) instructions: u64,
    pub(crate) output_bytes: u64,
    pub sources: Vec<SourceText>,
    pub limits: Limits,
    pub config: Config,
    /// The thread that runs.
    pub(crate) current: u32,
    /// While a thread runs: its frames, the exception it handles, what it waits for.
    pub(crate) frames: Vec<Frame>,
    pub(crate) handling: Value,
    /// The `contextvars.Context` of the running thread.
    pub(crate) context: Value,
    pub(crate) pending: Pending,
    /// A signal arrived for the running thread, see [`Thread`](crate::vm::frame::Thread).
    pub(crate) signal_due: bool,
    /// The exception that ended the running thread, or None.
    pub(crate) uncaught: Value,
    /// A limit that natives found broken; the loop leaves with it.
    pub(crate) limit_hit: Option<String>,
    /// Values natives need to survive (default `Random`, file system …), by slot; roots for the collector.
    pub(crate) statics: Vec<Value>,
    /// State of `id()`-like counters that must repeat: next number by purpose.
    pub(crate) counters: [u64; 8],
    /// Inline caches given out so far.
    pub(crate) cache_count: u32,
    /// Class attribute lookups by class and name; an accelerator only.
    #[serde(skip)]
    pub(crate) method_cache: Vec<MethodCacheEntry>,
    /// Interned names by address and length of the literal in our source; an accelerator only.
    #[serde(skip)]
    pub(crate) literals: Vec<((usize, usize), Ref)>,
    pub(crate) tasks: crate::tasks::Tasks,
    /// The in-memory file system: path to contents.
    pub(crate) files: Files,
    /// What weak references refer to.
    pub(crate) weak: crate::weak::WeakTable,
    /// How natives take their time, and the one that is to let go of the GIL.
    #[cfg(feature = "live")]
    #[serde(skip)]
    pub(crate) pace: crate::away::Pace,
    #[cfg(feature = "live")]
    #[serde(skip)]
    pub(crate) away: Option<crate::away::Asked>,
    /// Of the page that runs it live: requests to it are real.
    #[cfg(feature = "live")]
    #[serde(skip)]
    pub(crate) origin: Option<String>,
    /// What was done to files, for a host that shares them.
    #[cfg(feature = "live")]
    #[serde(skip)]
    pub(crate) noted: crate::modules::files::Noted,
}

impl Process {
    /// The files in memory, to be handed to another process of the machine; none are left.
    pub fn take_files(&mut self) -> Files {
        std::mem::take(&mut self.files)
    }

    pub fn put_files(&mut self, files: Files) {
        self.files = files;
    }

    /// Adds virtual CPU time.
    #[inline]
    pub fn charge(&mut self, cost: Cost) {
        self.spent += self.costs.of(cost);
    }

    /// Adds virtual CPU time for `n` items or bytes.
    #[inline]
    pub fn charge_n(&mut self, cost: Cost, n: usize) {
        self.charge_many(cost, n as u64);
    }

    /// As many as there may be: the sum stays where adding to it overflows nothing.
    pub fn charge_many(&mut self, cost: Cost, n: u64) {
        self.spent = self.spent.saturating_add(self.costs.of(cost).saturating_mul(n)).min(u64::MAX / 2);
    }

    // -- making objects

    #[inline]
    pub fn alloc(&mut self, object: Object) -> Value {
        Value::Obj(self.heap.alloc(object))
    }

    pub fn new_str(&mut self, text: &str) -> Value {
        self.alloc(Object::Str(Str { text: Arc::from(text), hash: 0, ascii: text.is_ascii(), interned: false }))
    }

    pub fn new_string(&mut self, text: String) -> Value {
        self.alloc(Object::Str(Str { ascii: text.is_ascii(), text: Arc::from(text), hash: 0, interned: false }))
    }

    /// The one str object with this text that names and constants share.
    pub fn intern(&mut self, text: &str) -> Ref {
        let hash = hash::of_str(text);
        let heap = &self.heap;
        let found = self.interned.find(hash, |key| matches!(key, Value::Obj(r) if heap.str(r) == Some(text)));
        if let Some(Value::Obj(r)) = found.and_then(|at| self.interned.entry(at)).map(|e| e.key) {
            return r;
        }
        let r =
            self.heap.alloc(Object::Str(Str { text: Arc::from(text), hash, ascii: text.is_ascii(), interned: true }));
        self.interned.insert_new(hash, Value::Obj(r), Value::None);
        r
    }

    /// As `intern`, for names in our own source (`"__init__"`): found again by the address of the literal.
    pub fn intern_literal(&mut self, text: &'static str) -> Ref {
        let key = (text.as_ptr() as usize, text.len());
        let slot = (key.0 ^ key.0 >> 7 ^ key.1 << 5) % LITERALS;
        if let Some(&(known, r)) = self.literals.get(slot)
            && known == key
        {
            return r;
        }
        let r = self.intern(text);
        if self.literals.is_empty() {
            self.literals = vec![((0, 0), r); LITERALS];
        }
        if let Some(place) = self.literals.get_mut(slot) {
            *place = (key, r);
        }
        r
    }

    /// The interned twin of a str, made if necessary.
    pub fn intern_ref(&mut self, r: Ref) -> Ref {
        match self.heap.get(r) {
            Object::Str(s) if s.interned => r,
            _ => match self.heap.str(r).map(str::to_owned) {
                Some(text) => self.intern(&text),
                None => r,
            },
        }
    }

    pub(crate) fn interned_values(&self) -> impl Iterator<Item = Value> + '_ {
        self.interned.iter().map(|(k, _)| k)
    }

    pub fn new_list(&mut self, items: Vec<Value>) -> Value {
        self.alloc(Object::List(items))
    }

    pub fn new_tuple(&mut self, items: impl Into<Box<[Value]>>) -> Value {
        let items = items.into();
        if items.is_empty()
            && let Some(&empty @ Value::Obj(_)) = self.statics.get(EMPTY_TUPLE)
        {
            return empty;
        }
        self.alloc(Object::Tuple(items))
    }

    pub fn new_dict(&mut self, dict: Dict) -> Value {
        self.alloc(Object::Dict(Box::new(dict)))
    }

    pub fn new_bytes(&mut self, bytes: &[u8]) -> Value {
        self.alloc(Object::Bytes(Arc::from(bytes)))
    }

    pub fn new_iter(&mut self, iter: Iter) -> Value {
        self.alloc(Object::Iter(Box::new(iter)))
    }

    /// An int of any size, in its canonical representation.
    pub fn new_int(&mut self, int: BigInt) -> Value {
        match int.to_i64() {
            Some(small) => Value::Int(small),
            None => self.alloc(Object::BigInt(Box::new(int))),
        }
    }

    pub fn new_complex(&mut self, re: f64, im: f64) -> Value {
        self.alloc(Object::Complex { re, im })
    }

    /// An instance of a class of Python code without attributes.
    pub fn new_instance(&mut self, class: Ref, payload: Value) -> Value {
        let shape = self.shapes.root(class);
        let (room, finalize) = match self.heap.get(class) {
            Object::Class(c) => (usize::from(c.instance_size), c.flags.finalize),
            _ => (0, false),
        };
        let instance = self.alloc(Object::Instance(Box::new(Instance {
            class,
            shape,
            slots: Vec::with_capacity(room),
            dict: Value::Unset,
            payload,
        })));
        if finalize && let Value::Obj(r) = instance {
            self.weak.finalize(r);
        }
        instance
    }

    // -- making exceptions

    /// An exception object of a built-in class with one str argument.
    pub fn raise(&mut self, class: Ref, message: &str) -> Raise {
        let message = self.new_str(message);
        self.raise_with(class, &[message])
    }

    /// An exception object with these arguments (no Python code runs: for built-in classes).
    pub fn raise_with(&mut self, class: Ref, args: &[Value]) -> Raise {
        let args = self.new_tuple(args);
        let exception = Exception {
            class,
            args,
            cause: Value::None,
            context: Value::None,
            suppress_context: false,
            traceback: Vec::new(),
            dict: Value::Unset,
        };
        Raise(self.heap.alloc(Object::Exception(Box::new(exception))))
    }

    pub fn type_error(&mut self, message: &str) -> Raise {
        self.raise(classes::TYPE_ERROR, message)
    }

    pub fn value_error(&mut self, message: &str) -> Raise {
        self.raise(classes::VALUE_ERROR, message)
    }

    pub fn index_error(&mut self, message: &str) -> Raise {
        self.raise(classes::INDEX_ERROR, message)
    }

    pub fn key_error(&mut self, key: Value) -> Raise {
        self.raise_with(classes::KEY_ERROR, &[key])
    }

    pub fn attribute_error(&mut self, message: &str) -> Raise {
        self.raise(classes::ATTRIBUTE_ERROR, message)
    }

    pub fn overflow_error(&mut self, message: &str) -> Raise {
        self.raise(classes::OVERFLOW_ERROR, message)
    }

    /// What may be used beyond the heap limit: something where no code of the program runs, so that it can be said that
    /// the limit was reached.
    pub(crate) fn slack(&self) -> usize {
        const TO_REPORT_BYTES: usize = 16 << 20;
        let own = |frame: &Frame| self.codes.get(frame.code.0 as usize).is_none_or(|l| !l.embedded);
        // a growing list may have doubled in the step that passed the limit
        if self.frames.iter().any(own) { 0 } else { TO_REPORT_BYTES + self.heap.limit_bytes() }
    }

    /// `MemoryError` if `bytes` more would break the heap limit. Ask before allocating anything whose size a program
    /// chooses.
    pub fn check_room(&mut self, bytes: usize) -> Result<(), Raise> {
        if self.heap.would_exceed(bytes) && self.heap.would_exceed_by(bytes, self.slack()) {
            let limit = self.heap.limit_bytes() >> 20;
            return Err(self.raise(
                classes::MEMORY_ERROR,
                &format!("the heap limit of {limit} MiB is reached (raise it with --limit-heap or in the settings)"),
            ));
        }
        Ok(())
    }

    // -- looking at objects

    /// The text of a str, or of the str under an instance of a subclass.
    #[must_use]
    pub fn str(&self, value: Value) -> Option<&str> {
        match self.payload(value) {
            Value::Obj(r) => self.heap.str(r),
            _ => None,
        }
    }

    /// The built-in value under an instance of a subclass of a built-in type; the value itself otherwise.
    #[inline]
    #[must_use]
    pub fn payload(&self, value: Value) -> Value {
        if let Value::Obj(r) = value
            && let Object::Instance(i) = self.heap.get(r)
            && !i.payload.is_unset()
        {
            return i.payload;
        }
        value
    }

    /// The object behind a value, subclass instances unwrapped.
    #[inline]
    #[must_use]
    pub fn object(&self, value: Value) -> Option<&Object> {
        match self.payload(value) {
            Value::Obj(r) => Some(self.heap.get(r)),
            _ => None,
        }
    }

    /// `type(value)`.
    #[inline]
    #[must_use]
    pub fn type_of(&self, value: Value) -> Ref {
        match value {
            Value::Int(_) => classes::INT,
            Value::Float(_) => classes::FLOAT,
            Value::Bool(_) => classes::BOOL,
            Value::None | Value::Unset => classes::NONE_TYPE,
            Value::NotImplemented => classes::NOT_IMPLEMENTED_TYPE,
            Value::Ellipsis => classes::ELLIPSIS_TYPE,
            Value::Obj(r) => self.heap.type_of(r),
        }
    }

    /// What messages call the type of a value: `type(value).__name__`, or what a library class that is written in C in CPython
    /// says of itself (`_type_name_`: "decimal.Decimal").
    #[must_use]
    pub fn type_name(&self, value: Value) -> &str {
        let class = self.type_of(value);
        match class {
            classes::LOCK => return "_thread.lock",
            classes::RLOCK => return "_thread.RLock",
            classes::COUNT => return "itertools.count",
            classes::REPEAT => return "itertools.repeat",
            classes::GENERIC_ALIAS => return "types.GenericAlias",
            classes::UNION_TYPE => return "types.UnionType",
            _ => {}
        }
        if let Object::Class(c) = self.heap.get(class)
            && !c.builtin
            && let Some(Value::Obj(name)) = self.dict_get_str(c.dict, "_type_name_")
            && let Some(name) = self.heap.str(name)
        {
            return name;
        }
        self.class_name(class)
    }

    #[must_use]
    pub fn class_name(&self, class: Ref) -> &str {
        match self.heap.get(class) {
            Object::Class(c) => self.heap.str(c.name).unwrap_or("?"),
            _ => "?",
        }
    }

    /// Whether `class` is `base` or derives from it.
    #[must_use]
    pub fn is_subclass(&self, class: Ref, base: Ref) -> bool {
        class == base || matches!(self.heap.get(class), Object::Class(c) if c.mro.contains(&base))
    }

    /// A function of the prelude (`prelude/builtins.py`).
    #[must_use]
    pub fn prelude(&self, name: &str) -> Value {
        let hash = hash::of_str(name);
        let Object::Dict(dict) = self.heap.get(self.prelude) else { return Value::None };
        dict.find(hash, |key| matches!(key, Value::Obj(r) if self.heap.str(r) == Some(name)))
            .and_then(|at| dict.entry(at))
            .map_or(Value::None, |e| e.value)
    }
}

impl Heap {
    /// The text of a str object.
    #[inline]
    #[must_use]
    pub fn str(&self, r: Ref) -> Option<&str> {
        match self.get(r) {
            Object::Str(s) => Some(&s.text),
            Object::StrTail { buffer, len, .. } => match self.get(*buffer) {
                Object::StrBuffer(text) => text.get(..*len as usize),
                _ => None,
            },
            _ => None,
        }
    }

    /// Class of the object behind `r`.
    #[must_use]
    pub fn type_of(&self, r: Ref) -> Ref {
        use crate::object::{GeneratorKind, HostKind, ViewKind};
        match self.get(r) {
            Object::Instance(i) => i.class,
            Object::Exception(e) => e.class,
            Object::Str(_) | Object::StrTail { .. } | Object::StrBuffer(_) => classes::STR,
            Object::List(_) | Object::Deque(_) => classes::LIST,
            Object::Tuple(_) => classes::TUPLE,
            Object::Dict(_) => classes::DICT,
            Object::Function(_) => classes::FUNCTION,
            Object::BoundMethod { func, .. } => match func {
                Value::Obj(f) if matches!(self.get(*f), Object::Native(_)) => match self.type_of(*f) {
                    classes::WRAPPER_DESCRIPTOR => classes::METHOD_WRAPPER,
                    classes::GETSET_DESCRIPTOR => classes::GETSET_DESCRIPTOR,
                    _ => classes::BUILTIN_FUNCTION,
                },
                _ => classes::METHOD,
            },
            Object::Class(c) => c.metaclass,
            Object::Native(id) => match crate::registry::def(*id) {
                Some(def) if def.bind == Bind::Getter => classes::GETSET_DESCRIPTOR,
                Some(def) if def.bind == Bind::Method && def.name.starts_with("__") => classes::WRAPPER_DESCRIPTOR,
                Some(def) if def.bind == Bind::Method => classes::METHOD_DESCRIPTOR,
                _ => classes::BUILTIN_FUNCTION,
            },
            Object::BigInt(_) => classes::INT,
            Object::Bytes(_) => classes::BYTES,
            Object::ByteArray(_) => classes::BYTEARRAY,
            Object::Complex { .. } => classes::COMPLEX,
            Object::Set(_) => classes::SET,
            Object::FrozenSet(_) => classes::FROZENSET,
            Object::Range(_) => classes::RANGE,
            Object::Slice(_) => classes::SLICE,
            Object::DictView { kind, .. } => match kind {
                ViewKind::Keys => classes::DICT_KEYS,
                ViewKind::Values => classes::DICT_VALUES,
                ViewKind::Items => classes::DICT_ITEMS,
            },
            Object::MappingProxy { .. } => classes::MAPPINGPROXY,
            Object::Cell(_) => classes::CELL,
            Object::Module(_) => classes::MODULE,
            Object::Iter(iter) => match &**iter {
                Iter::Range { .. } => classes::RANGE_ITERATOR,
                Iter::List { .. } => classes::LIST_ITERATOR,
                Iter::ListReversed { .. } => classes::LIST_REVERSEITERATOR,
                Iter::Tuple { .. } => classes::TUPLE_ITERATOR,
                Iter::Str { .. } => classes::STR_ITERATOR,
                Iter::Bytes { .. } => classes::BYTES_ITERATOR,
                Iter::Dict { kind: ViewKind::Keys, .. } => classes::DICT_KEYITERATOR,
                Iter::Dict { kind: ViewKind::Values, .. } => classes::DICT_VALUEITERATOR,
                Iter::Dict { kind: ViewKind::Items, .. } => classes::DICT_ITEMITERATOR,
                Iter::Set { .. } => classes::SET_ITERATOR,
                Iter::Enumerate { .. } => classes::ENUMERATE,
                Iter::Zip { .. } => classes::ZIP,
                Iter::Sequence { step, .. } if *step < 0 => classes::REVERSED,
                Iter::Sequence { .. } | Iter::Empty => classes::ITERATOR,
                Iter::Count { .. } => classes::COUNT,
                Iter::Repeat { .. } => classes::REPEAT,
            },
            Object::Generator(g) => match (g.shown_class, g.kind) {
                (Value::Obj(class), _) => class,
                (_, GeneratorKind::Generator) => classes::GENERATOR,
                (_, GeneratorKind::Coroutine) => classes::COROUTINE,
                (_, GeneratorKind::AsyncGenerator) => classes::ASYNC_GENERATOR,
            },
            Object::Property(_) => classes::PROPERTY,
            Object::StaticMethod(_) => classes::STATICMETHOD,
            Object::ClassMethod(_) => classes::CLASSMETHOD,
            Object::Super(_) => classes::SUPER,
            Object::Code(_) => classes::CODE,
            Object::Traceback(_) => classes::TRACEBACK,
            Object::Host(h) => match h.kind {
                HostKind::Lock => classes::LOCK,
                HostKind::RLock => classes::RLOCK,
            },
            Object::Alias(a) => {
                if a.union {
                    classes::UNION_TYPE
                } else {
                    classes::GENERIC_ALIAS
                }
            }
            Object::Random(_) => classes::RANDOM,
            Object::File(f) => match (f.std_stream.is_some() || f.path.is_some(), f.binary) {
                (true, _) => classes::FILE,
                (false, true) => classes::BYTES_IO,
                (false, false) => classes::STRING_IO,
            },
            Object::MemoryView(_) => classes::MEMORYVIEW,
            Object::Free => classes::OBJECT,
        }
    }
}
