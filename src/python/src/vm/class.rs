//! Making and changing classes: C3 linearisation, layouts, the flags that say which plain operations Python code changed.

use crate::classes;
use crate::native::Res;
use crate::object::{Class, ClassFlags, Layout, Object};
use crate::process::Process;
use crate::value::{Ref, Value};

impl Process {
    /// `type.__new__`: a class with this namespace. The namespace dict becomes the class's own.
    pub fn make_class(&mut self, metaclass: Ref, name: Ref, bases: Vec<Ref>, dict: Ref) -> Res<Ref> {
        let bases = if bases.is_empty() { vec![classes::OBJECT] } else { bases };
        for &base in &bases {
            if !self.may_be_base(base) {
                let message = format!("type '{}' is not an acceptable base type", self.class_name(base));
                return Err(self.type_error(&message));
            }
        }
        for (i, &base) in bases.iter().enumerate() {
            if bases.iter().skip(i + 1).any(|&other| other == base) {
                let message = format!("duplicate base class {}", self.class_name(base));
                return Err(self.type_error(&message));
            }
        }
        let tail = self.order_after(&bases)?;
        let layout = self.common_layout(&bases)?;
        let qualname = match self.dict_get_str(dict, "__qualname__") {
            Some(Value::Obj(q)) if self.heap.str(q).is_some() => {
                let name = self.intern("__qualname__");
                self.dict_del_name(dict, name);
                q
            }
            _ => name,
        };
        let (slots, own_slots) = self.slots_of(name, dict, &bases)?;
        let instance_size = bases
            .iter()
            .filter_map(|&b| match self.heap.get(b) {
                Object::Class(c) => Some(c.instance_size),
                _ => None,
            })
            .max()
            .unwrap_or(0);
        let class = self.heap.alloc(Object::Class(Box::new(Class {
            name,
            qualname,
            bases: bases.clone(),
            mro: Vec::new(),
            dict,
            metaclass,
            layout,
            subclasses: Vec::new(),
            slots,
            flags: ClassFlags::default(),
            instance_size,
            builtin: false,
        })));
        if let Object::Class(c) = self.heap.get_mut(class) {
            c.mro.push(class);
            c.mro.extend(tail);
        }
        for base in bases {
            if let Object::Class(b) = self.heap.get_mut(base) {
                b.subclasses.push(class);
            }
        }
        if self.dict_get_str(dict, "__eq__").is_some() && self.dict_get_str(dict, "__hash__").is_none() {
            self.dict_set_str(dict, "__hash__", Value::None);
        }
        // these two are class methods without saying so
        for implicit in ["__init_subclass__", "__class_getitem__"] {
            if let Some(Value::Obj(f)) = self.dict_get_str(dict, implicit)
                && matches!(self.heap.get(f), Object::Function(_))
            {
                let wrapped = self.alloc(Object::ClassMethod(Value::Obj(f)));
                self.dict_set_str(dict, implicit, wrapped);
            }
        }
        if let Some(Value::Obj(f)) = self.dict_get_str(dict, "__new__")
            && matches!(self.heap.get(f), Object::Function(_))
        {
            let wrapped = self.alloc(Object::StaticMethod(Value::Obj(f)));
            self.dict_set_str(dict, "__new__", wrapped);
        }
        self.add_members(class, dict, own_slots);
        if self.dict_get_str(dict, "__doc__").is_none() {
            self.dict_set_str(dict, "__doc__", Value::None);
        }
        self.update_flags(class);
        Ok(class)
    }

    /// The descriptors that stand for the class's own `__slots__`.
    fn add_members(&mut self, class: Ref, dict: Ref, own: Vec<Ref>) {
        // while the prelude itself is loaded there is none yet
        let Value::Obj(member) = self.prelude("member_descriptor") else { return };
        for &name in &own {
            if let Some("__dict__" | "__weakref__") = self.heap.str(name) {
                continue;
            }
            let made = self.new_instance(member, Value::Unset);
            if let Value::Obj(made) = made {
                let fields = self.instance_dict(made);
                self.dict_set_str(fields, "__name__", Value::Obj(name));
                self.dict_set_str(fields, "__objclass__", Value::Obj(class));
            }
            self.dict_set_name(dict, name, made);
        }
        self.add_dict_descriptors(class, dict, &own);
    }

    /// `__dict__` and `__weakref__` in a class whose instances have them first: getters that know the class.
    fn add_dict_descriptors(&mut self, class: Ref, dict: Ref, own: &[Ref]) {
        let Object::Class(c) = self.heap.get(class) else { return };
        let had = |own: &[Layout]| {
            c.bases.iter().any(|&base| match self.heap.get(base) {
                Object::Class(b) if b.builtin => own.contains(&b.layout),
                Object::Class(b) => b.slots.is_none(),
                _ => true,
            })
        };
        let slotted = self.dict_get_str(dict, "__slots__").is_some();
        let named = |name: &str| own.iter().any(|&r| self.heap.str(r) == Some(name));
        let wanted = if slotted {
            [named("__dict__"), named("__weakref__")]
        } else {
            use Layout::{Exception, FrozenSet, Module, Set, Type};
            [!had(&[Exception, Type, Module]), !had(&[Type, Module, Set, FrozenSet])]
        };
        let of_object = match self.heap.get(classes::OBJECT) {
            Object::Class(object) => self.dict_get_str(object.dict, "__dict__"),
            _ => None,
        };
        let weak = self.dict_get_str(self.prelude, "__weakref__");
        for ((name, getter), wanted) in [("__dict__", of_object), ("__weakref__", weak)].into_iter().zip(wanted) {
            if wanted
                && let Some(func) = getter
                && self.dict_get_str(dict, name).is_none()
            {
                let own = self.alloc(Object::BoundMethod { func, receiver: Value::Obj(class) });
                self.dict_set_str(dict, name, own);
            }
        }
    }

    /// Whether a class attribute stands for a slot.
    pub(crate) fn is_member(&mut self, value: Value) -> bool {
        match self.object(value) {
            Some(Object::Instance(i)) => {
                let class = i.class;
                self.class_name(class) == "member_descriptor"
                    && matches!(self.prelude("member_descriptor"), Value::Obj(member) if member == class)
            }
            _ => false,
        }
    }

    fn may_be_base(&self, class: Ref) -> bool {
        match self.heap.get(class) {
            Object::Class(c) => {
                !c.builtin
                    || c.layout != Layout::Native && class != classes::BOOL
                    || matches!(class, classes::PROPERTY | classes::RANDOM | classes::SUPER)
            }
            _ => false,
        }
    }

    /// The names that instances are limited to, if they are, and those of the class's own `__slots__`.
    fn slots_of(&mut self, class_name: Ref, dict: Ref, bases: &[Ref]) -> Res<(Option<Vec<Ref>>, Vec<Ref>)> {
        let Some(declared) = self.dict_get_str(dict, "__slots__") else { return Ok((None, Vec::new())) };
        let mut names = Vec::new();
        let items = match declared {
            Value::Obj(r) if self.heap.str(r).is_some() => vec![declared],
            other => match self.collect_native(other)? {
                Some(items) => items,
                None => {
                    let message = format!("'{}' object is not iterable", self.type_name(other));
                    return Err(self.type_error(&message));
                }
            },
        };
        for item in items {
            let text = self.str(item).map(str::to_owned);
            let Some(text) = text else {
                let message = format!("__slots__ items must be strings, not '{}'", self.type_name(item));
                return Err(self.type_error(&message));
            };
            let mut letters = text.chars();
            let fits = |c: char| c == '_' || c.is_alphanumeric();
            if !letters.next().is_some_and(|c| fits(c) && !c.is_ascii_digit()) || !letters.all(fits) {
                return Err(self.type_error("__slots__ must be identifiers"));
            }
            if self.dict_get_str(dict, &text).is_some() {
                return Err(self.value_error(&format!("'{text}' in __slots__ conflicts with class variable")));
            }
            let private = text.starts_with("__") && !text.ends_with("__");
            let owner = self.heap.str(class_name).unwrap_or("").trim_start_matches('_').to_owned();
            let name =
                if private && !owner.is_empty() { self.intern(&format!("_{owner}{text}")) } else { self.intern(&text) };
            names.push(name);
        }
        let own = names.clone();
        if own.iter().any(|&name| self.heap.str(name) == Some("__dict__")) {
            return Ok((None, own));
        }
        for &base in bases {
            match self.heap.get(base) {
                Object::Class(_) if base == classes::OBJECT => {}
                Object::Class(c) => match &c.slots {
                    Some(inherited) => names.extend(inherited.iter().copied()),
                    None if c.builtin && c.layout != Layout::Exception => {}
                    None => return Ok((None, own)),
                },
                _ => {}
            }
        }
        Ok((Some(names), own))
    }

    fn order_after(&mut self, bases: &[Ref]) -> Res<Vec<Ref>> {
        self.linearise(bases).map_err(|heads| {
            let names: Vec<&str> = heads.iter().map(|&b| self.class_name(b)).collect();
            let message =
                format!("Cannot create a consistent method resolution\norder (MRO) for bases {}", names.join(", "));
            self.type_error(&message)
        })
    }

    /// C3: the MRO after the class itself, or the classes that none of the remaining lists lets go first.
    fn linearise(&self, bases: &[Ref]) -> Result<Vec<Ref>, Vec<Ref>> {
        let mut lists: Vec<Vec<Ref>> = bases
            .iter()
            .map(|&b| match self.heap.get(b) {
                Object::Class(c) => c.mro.clone(),
                _ => Vec::new(),
            })
            .collect();
        lists.push(bases.to_vec());
        let mut mro = Vec::new();
        loop {
            lists.retain(|l| !l.is_empty());
            if lists.is_empty() {
                return Ok(mro);
            }
            let mut heads: Vec<Ref> = Vec::new();
            for head in lists.iter().filter_map(|l| l.first().copied()) {
                if !heads.contains(&head) {
                    heads.push(head);
                }
            }
            let free = |head: &&Ref| lists.iter().all(|l| !l.iter().skip(1).any(|k| k == *head));
            let Some(head) = heads.iter().find(free).copied() else { return Err(heads) };
            mro.push(head);
            for list in &mut lists {
                if list.first() == Some(&head) {
                    list.remove(0);
                }
            }
        }
    }

    fn common_layout(&mut self, bases: &[Ref]) -> Res<Layout> {
        let mut layout = Layout::Plain;
        for &base in bases {
            let other = self.layout_of(base);
            if other == Layout::Plain {
                continue;
            }
            if layout != Layout::Plain && layout != other {
                return Err(self.type_error("multiple bases have instance lay-out conflict"));
            }
            layout = other;
        }
        Ok(layout)
    }

    /// `C.__bases__ = …`
    #[cfg(feature = "rare-natives")]
    pub(crate) fn set_bases(&mut self, class: Ref, given: &[Value]) -> Res<()> {
        let name = self.class_name(class).to_owned();
        let mut bases = Vec::new();
        for &base in given {
            match base {
                Value::Obj(r) if matches!(self.heap.get(r), Object::Class(_)) => bases.push(r),
                other => {
                    let what = self.type_name(other);
                    let message = format!("{name}.__bases__ must be tuple of classes, not '{what}'");
                    return Err(self.type_error(&message));
                }
            }
        }
        if bases.is_empty() {
            let message = format!("can only assign non-empty tuple to {name}.__bases__, not ()");
            return Err(self.type_error(&message));
        }
        if bases.iter().any(|&base| self.is_subclass(base, class)) {
            return Err(self.type_error("a __bases__ item causes an inheritance cycle"));
        }
        let layout = self.common_layout(&bases)?;
        let old = match self.heap.get(class) {
            Object::Class(c) if c.layout == layout => c.bases.clone(),
            _ => Vec::new(),
        };
        let fits = |base: &Ref| self.may_be_base(*base) && *base != classes::OBJECT;
        if old.is_empty() || !old.iter().chain(&bases).all(fits) {
            let name_of = |base: Option<&Ref>| base.map_or("object", |&r| self.class_name(r));
            let (new, old) = (name_of(bases.first()), name_of(old.first()));
            let message = format!("__bases__ assignment: '{new}' object layout differs from '{old}'");
            return Err(self.type_error(&message));
        }
        if let Object::Class(c) = self.heap.get_mut(class) {
            c.bases = bases.clone();
        }
        if let Err(raise) = self.new_order(class) {
            if let Object::Class(c) = self.heap.get_mut(class) {
                c.bases = old;
            }
            self.new_order(class)?;
            return Err(raise);
        }
        for &base in &old {
            if let Object::Class(b) = self.heap.get_mut(base) {
                b.subclasses.retain(|&sub| sub != class);
            }
        }
        for base in bases {
            if let Object::Class(b) = self.heap.get_mut(base) {
                b.subclasses.push(class);
            }
        }
        self.update_flags(class);
        Ok(())
    }

    /// The MRO of a class whose bases changed, and of those below it.
    #[cfg(feature = "rare-natives")]
    fn new_order(&mut self, class: Ref) -> Res<()> {
        let (bases, subclasses) = match self.heap.get(class) {
            Object::Class(c) => (c.bases.clone(), c.subclasses.clone()),
            _ => return Ok(()),
        };
        let tail = self.order_after(&bases)?;
        if let Object::Class(c) = self.heap.get_mut(class) {
            c.mro = vec![class];
            c.mro.extend(tail);
        }
        subclasses.into_iter().try_for_each(|sub| self.new_order(sub))
    }

    /// Sets or deletes a class attribute; inline caches notice.
    pub fn set_class_attr(&mut self, class: Ref, name: Ref, value: Option<Value>) {
        if let Some(Value::Obj(new)) = value
            && let Some(part @ ("__name__" | "__qualname__")) = self.heap.str(name)
        {
            let is_name = part == "__name__";
            let new = self.intern_ref(new);
            if let Object::Class(c) = self.heap.get_mut(class) {
                *(if is_name { &mut c.name } else { &mut c.qualname }) = new;
            }
            return;
        }
        let dict = match self.heap.get(class) {
            Object::Class(c) => c.dict,
            _ => return,
        };
        let before = self.dict_get_name(dict, name);
        match value {
            Some(value) => self.dict_set_name(dict, name, value),
            None => {
                self.dict_del_name(dict, name);
            }
        }
        let text = self.heap.str(name).unwrap_or("").to_owned();
        let special = text.starts_with("__");
        if special {
            self.update_flags(class);
        }
        // a plain value replacing a plain value is found by its place, which has not moved: caches hold no copy of it
        let plain = |v: Option<Value>| match v {
            Some(Value::Obj(r)) => matches!(
                self.heap.get(r),
                Object::Str(_)
                    | Object::StrTail { .. }
                    | Object::List(_)
                    | Object::Dict(_)
                    | Object::Set(_)
                    | Object::Tuple(_)
            ),
            Some(_) => true,
            None => false,
        };
        if special || !(plain(before) && plain(value)) {
            self.class_version = self.class_version.wrapping_add(1);
        } else {
            self.forget_cached_lookup(name);
        }
    }

    /// Drops lookups of one name from the method cache.
    fn forget_cached_lookup(&mut self, name: Ref) {
        for entry in &mut self.method_cache {
            if entry.name == name {
                entry.version = 0;
            }
        }
    }

    /// Recomputes what Python code changed in a class and those below it.
    pub fn update_flags(&mut self, class: Ref) {
        self.class_version = self.class_version.wrapping_add(1);
        let (mro, subclasses) = match self.heap.get(class) {
            Object::Class(c) => (c.mro.clone(), c.subclasses.clone()),
            _ => return,
        };
        let mut flags = ClassFlags::default();
        let defines = |p: &Self, name: &str| -> Option<Value> {
            mro.iter()
                .find_map(|&k| match p.heap.get(k) {
                    Object::Class(c) => p.dict_get_str(c.dict, name).map(|v| (v, c.builtin)),
                    _ => None,
                })
                .and_then(|(v, builtin)| if builtin { None } else { Some(v) })
        };
        flags.getattribute = defines(self, "__getattribute__").is_some();
        flags.getattr = defines(self, "__getattr__").is_some();
        flags.finalize = defines(self, "__del__").is_some();
        flags.setattr = defines(self, "__setattr__").is_some();
        flags.delattr = defines(self, "__delattr__").is_some();
        flags.eq = defines(self, "__eq__").is_some() || defines(self, "__ne__").is_some();
        let hash = defines(self, "__hash__");
        flags.hash = hash.is_some();
        flags.unhashable = matches!(hash, Some(Value::None));
        flags.repr = defines(self, "__repr__").is_some();
        flags.str = defines(self, "__str__").is_some();
        flags.bool_or_len = defines(self, "__bool__").is_some() || defines(self, "__len__").is_some();
        flags.new = defines(self, "__new__").is_some();
        flags.init = defines(self, "__init__").is_some();
        flags.iter = defines(self, "__iter__").is_some();
        flags.getitem = defines(self, "__getitem__").is_some();
        flags.del = defines(self, "__del__").is_some();
        if let Object::Class(c) = self.heap.get_mut(class) {
            flags.is_abstract = c.flags.is_abstract;
            c.flags = flags;
        }
        for subclass in subclasses {
            self.update_flags(subclass);
        }
    }
}
