//! `_pickle`: the parts of pickling that are the same for every program.
//!
//! Natives never call Python, so pickling takes turns: `_scan` walks the graph and says which objects Python has to reduce
//! first (those with a `__reduce__` of their own, functions that cannot be found by name, …); once it knows the
//! reductions of all of them, `_dump` writes the bytes. `_load` reads until Python has to do something and goes on from
//! there. The stream is CPython's, byte for byte: opcodes and framing of `Modules/_pickle.c`.

mod dump;
mod load;

use std::collections::BTreeMap;

use crate::classes;
use crate::native::{Args, NativeDef, NativeResult, Res, Table};
use crate::object::{Layout, Object};
use crate::process::Process;
use crate::value::{Ref, Value};

pub const TABLE: Table = Table {
    owner: "_pickle",
    is_class: false,
    items: &[
        NativeDef::function("_scan", scan, 5, 5),
        NativeDef::function("_dump", dump::dump, 4, 4),
        NativeDef::function("_load", load::load, 3, 3),
        NativeDef::function("_modules", modules, 0, 0),
        NativeDef::function("_import_module", import_module, 1, 1),
    ],
};

/// Objects within objects, before CPython gives up too (`Py_EnterRecursiveCall` in `save`).
const MAX_DEPTH: usize = 990;

fn modules(p: &mut Process, _: &Args<'_>) -> NativeResult {
    Ok(Value::Obj(p.modules).into())
}

fn import_module(p: &mut Process, args: &Args<'_>) -> NativeResult {
    super::support::call_prelude(p, "_import_module", &[args.get(0)])
}

/// What Python made of objects: `[object, reduction, object, reduction, …]`.
fn known_of(p: &Process, list: Value) -> BTreeMap<Ref, Value> {
    let items = p.items_slice(list).unwrap_or_default();
    items
        .chunks_exact(2)
        .filter_map(|pair| match pair {
            [Value::Obj(object), reduction] => Some((*object, *reduction)),
            _ => None,
        })
        .collect()
}

/// How an object is pickled without help.
enum Shape {
    /// Nothing in it.
    Atom,
    Items(Vec<Value>),
    /// A function or class that is found under its name.
    Global,
    /// An instance with nothing but attributes: its class, its attributes.
    Plain(Ref),
    Exception {
        class: Ref,
        args: Value,
        dict: Value,
    },
    /// Python has to say.
    Foreign,
}

fn shape_of(p: &mut Process, r: Ref, protocol: i64) -> Shape {
    match p.heap.get(r) {
        Object::Str(_) | Object::StrTail { .. } | Object::BigInt(_) => Shape::Atom,
        Object::Bytes(_) if protocol >= 3 => Shape::Atom,
        Object::ByteArray(_) if protocol >= 5 => Shape::Atom,
        Object::List(items) => Shape::Items(items.clone()),
        Object::Tuple(items) => Shape::Items(items.to_vec()),
        Object::Dict(dict) => Shape::Items(dict.iter().flat_map(|(k, v)| [k, v]).collect()),
        Object::Set(set) | Object::FrozenSet(set) if protocol >= 4 => Shape::Items(set.iter().collect()),
        Object::Function(_) | Object::Class(_) => {
            if global_name(p, r).is_some() {
                Shape::Global
            } else {
                Shape::Foreign
            }
        }
        Object::Instance(instance) if instance.payload.is_unset() && protocol >= 2 => {
            let class = instance.class;
            let special = matches!(p.heap.get(class), Object::Class(c) if c.slots.is_some() || c.layout != Layout::Plain || c.builtin)
                || has_hook(p, class);
            let both = matches!(p.heap.get(r), Object::Instance(i) if !i.dict.is_unset() && !i.slots.is_empty());
            if special || both { Shape::Foreign } else { Shape::Plain(class) }
        }
        Object::Exception(exception) if protocol >= 2 => {
            let (class, args, dict) = (exception.class, exception.args, exception.dict);
            let odd = p.is_subclass(class, classes::OS_ERROR)
                || p.is_subclass(class, classes::IMPORT_ERROR)
                || p.is_subclass(class, classes::BASE_EXCEPTION_GROUP)
                || has_hook(p, class);
            if odd { Shape::Foreign } else { Shape::Exception { class, args, dict } }
        }
        _ => Shape::Foreign,
    }
}

/// Whether Python code says how instances of the class are pickled.
fn has_hook(p: &mut Process, class: Ref) -> bool {
    let Object::Class(c) = p.heap.get(class) else { return true };
    let mro = c.mro.clone();
    let hooks = ["__reduce_ex__", "__reduce__", "__getstate__", "__getnewargs__", "__getnewargs_ex__", "__getattr__"];
    mro.into_iter().any(|base| match p.heap.get(base) {
        Object::Class(c) if !c.builtin => hooks.iter().any(|name| p.dict_get_str(c.dict, name).is_some()),
        _ => false,
    })
}

/// Module and qualified name of a function or class, if it is what is found there.
fn global_name(p: &mut Process, r: Ref) -> Option<(Value, Value)> {
    let (module, qualname) = match p.heap.get(r) {
        Object::Function(f) => (f.module, f.qualname),
        Object::Class(c) => {
            let (dict, qualname, builtin) = (c.dict, Value::Obj(c.qualname), c.builtin);
            match p.dict_get_str(dict, "__module__") {
                Some(module) => (module, qualname),
                None if builtin => {
                    let name = if classes::is_builtin_name(r) { "builtins" } else { return None };
                    (Value::Obj(p.intern(name)), qualname)
                }
                None => return None,
            }
        }
        _ => return None,
    };
    let (module_name, path) = (p.str(module)?.to_owned(), p.str(qualname)?.to_owned());
    let Value::Obj(found) = p.dict_get_str(p.modules, &module_name)? else { return None };
    let Object::Module(m) = p.heap.get(found) else { return None };
    let mut dict = m.dict;
    let mut at = Value::None;
    for (n, part) in path.split('.').enumerate() {
        if n > 0 {
            let Value::Obj(class) = at else { return None };
            let Object::Class(c) = p.heap.get(class) else { return None };
            dict = c.dict;
        }
        at = p.dict_get_str(dict, part)?;
    }
    // A static method's function is found through its wrapper.
    if let Value::Obj(wrapper) = at
        && let Object::StaticMethod(inner) = p.heap.get(wrapper)
    {
        at = *inner;
    }
    at.is(Value::Obj(r)).then_some((module, qualname))
}

/// `_scan(roots, known, dispatched, protocol, ask)`: what Python has to reduce before anything can be written, in the order
/// in which it would be written. `dispatched`: classes that have a reducer of their own. `ask`: everything is to be asked for.
fn scan(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let roots = p.items_slice(args.get(0)).unwrap_or_default().to_vec();
    let known = known_of(p, args.get(1));
    let dispatched = p.items_slice(args.get(2)).unwrap_or_default().to_vec();
    let protocol = super::support::int_arg(p, args.get(3))?;
    let ask = matches!(args.get(4), Value::Bool(true));
    let mut scan = Scan { known, dispatched, protocol, ask, seen: BTreeMap::new(), found: Vec::new() };
    for root in roots {
        scan.visit(p, root, 0)?;
    }
    Ok(p.new_list(scan.found).into())
}

struct Scan {
    known: BTreeMap<Ref, Value>,
    dispatched: Vec<Value>,
    protocol: i64,
    ask: bool,
    seen: BTreeMap<Ref, ()>,
    found: Vec<Value>,
}

impl Scan {
    fn visit(&mut self, p: &mut Process, value: Value, depth: usize) -> Res<()> {
        let Value::Obj(r) = value else {
            if matches!(value, Value::NotImplemented | Value::Ellipsis) || (value.is_none() && self.ask) {
                return Ok(());
            }
            return Ok(());
        };
        if self.seen.insert(r, ()).is_some() {
            return Ok(());
        }
        if depth > MAX_DEPTH {
            let message = "maximum recursion depth exceeded while pickling an object";
            return Err(p.raise(classes::RECURSION_ERROR, message));
        }
        if let Some(&reduction) = self.known.get(&r) {
            match p.items_slice(reduction).map(<[Value]>::to_vec) {
                Some(parts) => {
                    for part in parts {
                        self.visit(p, part, depth + 1)?;
                    }
                    return Ok(());
                }
                // Asked for, and nothing special.
                None if reduction.is_none() => {}
                None => return Ok(()),
            }
        } else if self.ask {
            self.found.push(value);
        }
        let class = p.type_of(value);
        if !self.dispatched.is_empty()
            && self.dispatched.iter().any(|c| c.is(Value::Obj(class)))
            && !self.known.contains_key(&r)
        {
            self.found.push(value);
            return Ok(());
        }
        match shape_of(p, r, self.protocol) {
            Shape::Atom | Shape::Global => {}
            Shape::Items(items) => {
                for item in items {
                    self.visit(p, item, depth + 1)?;
                }
            }
            Shape::Plain(class) => {
                self.visit(p, Value::Obj(class), depth + 1)?;
                for value in attribute_values(p, r) {
                    self.visit(p, value, depth + 1)?;
                }
            }
            Shape::Exception { class, args, dict } => {
                self.visit(p, Value::Obj(class), depth + 1)?;
                self.visit(p, args, depth + 1)?;
                self.visit(p, dict, depth + 1)?;
            }
            Shape::Foreign => {
                if !self.ask || self.known.contains_key(&r) {
                    self.found.push(value);
                }
            }
        }
        Ok(())
    }
}

fn attribute_values(p: &Process, r: Ref) -> Vec<Value> {
    match p.heap.get(r) {
        Object::Instance(i) => match i.dict {
            Value::Obj(dict) => match p.heap.get(dict) {
                Object::Dict(d) => d.iter().flat_map(|(k, v)| [k, v]).collect(),
                _ => Vec::new(),
            },
            _ => i.slots.clone(),
        },
        _ => Vec::new(),
    }
}

/// Whether a dict has something in it.
fn is_full_dict(p: &Process, dict: Value) -> bool {
    matches!(p.object(dict), Some(Object::Dict(d)) if !d.is_empty())
}
