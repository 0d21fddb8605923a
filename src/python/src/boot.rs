//! Making a process: the built-in classes, their natives, the `builtins` module, the prelude.

use std::sync::Arc;

use crate::code::{Code, Const};
use crate::dict::Dict;
use crate::heap::Heap;
use crate::native::Bind;
use crate::object::{Class, ClassFlags, CodeId, Layout, Module, NativeId, Object};
use crate::process::{Config, Loaded, Pricing, Process, SourceText};
use crate::shape::Shapes;
use crate::value::{Ref, Value};
use crate::{classes, registry};

/// Modules that are written in C in CPython, wholly or in what programs call often.
const IN_C: [&str; 12] = [
    "_prelude",
    "_prelude_text",
    "_queue",
    "_thread",
    "array",
    "binascii",
    "bisect",
    "collections",
    "functools",
    "heapq",
    "itertools",
    "operator",
];

impl Process {
    /// A process with the built-in classes and natives but no prelude and no program: for tests of natives.
    #[must_use]
    pub fn bare(config: Config) -> Self {
        let mut heap = Heap::new(config.limits.heap_bytes);
        for _ in classes::ALL {
            heap.alloc(Object::Cell(Value::None));
        }
        let mut new_dict = || heap.alloc(Object::Dict(Box::default()));
        let (modules, builtins, prelude, main) = (new_dict(), new_dict(), new_dict(), new_dict());
        let mut process = Self {
            heap,
            accesses: Vec::new(),
            spin: crate::vm::spin::Spin::default(),
            codes: Arc::new(Vec::new()),
            caches: Vec::new(),
            threads: Vec::new(),
            interned: Dict::new(),
            shapes: Shapes::default(),
            modules,
            builtins,
            prelude,
            main,
            class_version: 1,
            costs: config.costs.clone(),
            spent: 0,
            instructions: 0,
            output_bytes: 0,
            sources: Vec::new(),
            limits: config.limits,
            config,
            current: 0,
            frames: Vec::new(),
            handling: Value::None,
            context: Value::None,
            tasks: crate::tasks::Tasks::default(),
            uncaught: Value::None,
            pending: crate::vm::frame::Pending::No,
            signal_due: false,
            limit_hit: None,
            statics: vec![Value::None; 16],
            counters: [0; 8],
            files: crate::process::Files::new(),
            weak: crate::weak::WeakTable::default(),
            #[cfg(feature = "live")]
            pace: crate::away::Pace::default(),
            #[cfg(feature = "live")]
            away: None,
            #[cfg(feature = "live")]
            noted: crate::modules::files::Noted::default(),
            #[cfg(feature = "live")]
            origin: None,
            method_cache: Vec::new(),
            literals: Vec::new(),
            cache_count: 0,
        };
        process.make_classes();
        let empty = process.alloc(Object::Tuple(Box::default()));
        if let Some(slot) = process.statics.get_mut(crate::process::EMPTY_TUPLE) {
            *slot = empty;
        }
        process.install_natives();
        process.name_builtins();
        process
    }

    fn make_classes(&mut self) {
        let children = |class: Ref| {
            let of = |&(_, &(_, base, _)): &(usize, &(&str, Ref, Layout))| base == class && class != classes::OBJECT;
            classes::ALL.iter().enumerate().filter(of).map(|(at, _)| Ref(at as u32)).collect()
        };
        for (i, &(name, base, layout)) in classes::ALL.iter().enumerate() {
            let class = Ref(i as u32);
            let name = self.intern(name);
            let dict = self.heap.alloc(Object::Dict(Box::default()));
            let mut mro = vec![class];
            let mut at = class;
            while at != classes::OBJECT {
                at = classes::ALL.get(at.0 as usize).map_or(classes::OBJECT, |c| c.1);
                mro.push(at);
            }
            let bases = if class == classes::OBJECT { Vec::new() } else { vec![base] };
            *self.heap.get_mut(class) = Object::Class(Box::new(Class {
                name,
                qualname: name,
                bases,
                mro,
                dict,
                metaclass: classes::TYPE,
                layout,
                subclasses: children(class),
                slots: None,
                flags: ClassFlags::default(),
                instance_size: 0,
                builtin: true,
            }));
        }
    }

    /// Puts natives into their classes; natives of modules stay for `import`, those of `builtins` go there at once.
    fn install_natives(&mut self) {
        for (table, first) in registry::tables() {
            let owner = if table.is_class {
                match classes::by_name(table.owner) {
                    Some(class) => match self.heap.get(class) {
                        Object::Class(c) => c.dict,
                        _ => continue,
                    },
                    None => continue,
                }
            } else {
                match table.owner {
                    "builtins" => self.builtins,
                    owner if owner == "_native" || owner.starts_with("_prelude") => self.prelude,
                    _ => continue,
                }
            };
            self.install_table(owner, table, first);
        }
    }

    pub(crate) fn install_table(&mut self, dict: Ref, table: &crate::native::Table, first: u16) {
        for (i, def) in table.items.iter().enumerate() {
            let native = self.alloc(Object::Native(NativeId(first + i as u16)));
            let value = match def.bind {
                Bind::Static if table.is_class => self.alloc(Object::StaticMethod(native)),
                Bind::Class => self.alloc(Object::ClassMethod(native)),
                _ => native,
            };
            self.dict_set_str(dict, def.name, value);
        }
    }

    fn name_builtins(&mut self) {
        let builtins = self.builtins;
        for (i, (name, _, _)) in classes::ALL.iter().enumerate() {
            let class = Ref(i as u32);
            if classes::is_builtin_name(class) {
                self.dict_set_str(builtins, name, Value::Obj(class));
            }
        }
        for (name, class) in [("IOError", classes::OS_ERROR), ("EnvironmentError", classes::OS_ERROR)] {
            self.dict_set_str(builtins, name, Value::Obj(class));
        }
        for (class, names) in crate::vm::exceptions::UNSET_FIELDS {
            if let Object::Class(c) = self.heap.get(class) {
                let dict = c.dict;
                names.iter().for_each(|name| self.dict_set_str(dict, name, Value::None));
            }
        }
        for (name, value) in
            [("NotImplemented", Value::NotImplemented), ("Ellipsis", Value::Ellipsis), ("__debug__", Value::Bool(true))]
        {
            self.dict_set_str(builtins, name, value);
        }
        let name = self.intern("builtins");
        self.dict_set_str(builtins, "__name__", Value::Obj(name));
        let module = self.alloc(Object::Module(Box::new(Module { name, dict: builtins })));
        let modules = self.modules;
        self.dict_set_name(modules, name, module);
    }

    // -- loading code

    /// Makes a compiled block and its children runnable in this process.
    pub fn load(&mut self, code: &Arc<Code>, source: u32, embedded: bool) -> CodeId {
        let children: Vec<CodeId> = code.children.iter().map(|child| self.load(child, source, embedded)).collect();
        let consts: Vec<Value> = code.consts.iter().map(|c| self.constant(c)).collect();
        let names: Vec<Ref> = code.names.iter().map(|n| self.intern(n)).collect();
        let locals = code.variables.iter().map(|v| u16::from(v.register) + 1).max().unwrap_or(0);
        let cache_base = self.cache_count;
        self.cache_count += code.sites.len() as u32;
        let simple = code.params.keyword_only == 0 && !code.params.varargs && !code.params.varkw;
        let id = CodeId(self.codes.len() as u32);
        let loaded = Loaded {
            code: Arc::clone(code),
            consts,
            names,
            children,
            cache_base,
            source,
            embedded,
            pricing: if embedded { self.pricing(source) } else { Pricing::Python },
            locals: locals.max(code.params.count() as u16),
            simple_positional: if simple { Some(code.params.positional) } else { None },
        };
        Arc::make_mut(&mut self.codes).push(loaded);
        id
    }

    fn pricing(&self, source: u32) -> Pricing {
        let name = self.sources.get(source as usize).map_or("", |s| s.name.trim_matches(['<', '>']));
        match name {
            // The modules that charge for what they do by themselves.
            "contextvars" => Pricing::Free,
            _ if name.split('.').next() == Some("asyncio") => Pricing::Free,
            _ if IN_C.contains(&name) => Pricing::C,
            "threading" | "queue" => Pricing::Library,
            _ if name.starts_with("concurrent.futures") => Pricing::Library,
            _ => Pricing::Python,
        }
    }

    pub fn add_source(&mut self, name: &str, text: &str, embedded: bool) -> u32 {
        self.sources.push(SourceText { name: name.to_owned(), text: Arc::from(text), embedded });
        (self.sources.len() - 1) as u32
    }

    fn constant(&mut self, constant: &Const) -> Value {
        match constant {
            Const::None => Value::None,
            Const::Bool(b) => Value::Bool(*b),
            Const::Int(i) => Value::Int(*i),
            Const::BigInt(i) => self.new_int(i.clone()),
            Const::Float(f) => Value::Float(*f),
            Const::Complex(re, im) => self.new_complex(*re, *im),
            Const::Str(s) => Value::Obj(self.intern(s)),
            Const::Bytes(b) => self.new_bytes(b),
            Const::Tuple(items) => {
                let items: Vec<Value> = items.iter().map(|c| self.constant(c)).collect();
                self.new_tuple(items)
            }
            Const::FrozenSet(items) => {
                let items: Vec<Value> = items.iter().map(|c| self.constant(c)).collect();
                let mut set = crate::set::SetTable::new();
                for item in items {
                    if let Ok(Some(hash)) = self.hash_quiet(item, 0)
                        && self.set_find_native(&set, hash, item) == Some(None)
                    {
                        set.insert_new(hash, item);
                    }
                }
                self.alloc(Object::FrozenSet(Box::new(set)))
            }
            Const::Ellipsis => Value::Ellipsis,
        }
    }

    /// Whether instances of a class have this layout underneath.
    #[must_use]
    pub fn layout_of(&self, class: Ref) -> Layout {
        match self.heap.get(class) {
            Object::Class(c) => c.layout,
            _ => Layout::Plain,
        }
    }
}
