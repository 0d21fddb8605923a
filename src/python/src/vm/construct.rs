//! Instances made by calling their class, and attributes looked up on the way of an instruction.

use crate::classes;
use crate::cost::Cost;
use crate::native::{Res, Then};
use crate::object::{Layout, Object};
use crate::process::Process;
use crate::value::{Ref, Value};
use crate::vm::attr::Found;
use crate::vm::frame::Cont;
use crate::vm::run::Flow;

type Keywords<'a> = &'a [(Value, Value)];

impl Process {
    /// `class(*args, **kwargs)`: `type.__call__`, or the metaclass's own `__call__`.
    pub(super) fn instantiate(
        &mut self,
        stack: &mut Vec<Value>,
        class: Ref,
        args: &[Value],
        kwargs: Keywords<'_>,
        cont: Cont,
    ) -> Res<Flow> {
        let (meta, flags, layout, builtin) = match self.heap.get(class) {
            Object::Class(c) => (c.metaclass, c.flags, c.layout, c.builtin),
            _ => return Err(self.not_callable(Value::Obj(class))),
        };
        if meta != classes::TYPE
            && let Some(call) = self.python_method(Value::Obj(class), "__call__")
        {
            let mut all = vec![Value::Obj(class)];
            all.extend_from_slice(args);
            return self.call(stack, call, &all, kwargs, cont);
        }
        self.instantiate_plain(stack, class, flags, layout, builtin, args, kwargs, cont)
    }

    /// `type.__call__(class, …)`.
    #[expect(clippy::too_many_arguments, reason = "what is known about the class travels along")]
    pub(crate) fn instantiate_plain(
        &mut self,
        stack: &mut Vec<Value>,
        class: Ref,
        flags: crate::object::ClassFlags,
        layout: Layout,
        builtin: bool,
        args: &[Value],
        kwargs: Keywords<'_>,
        cont: Cont,
    ) -> Res<Flow> {
        if class == classes::TYPE && args.len() == 1 && kwargs.is_empty() {
            let of = Value::Obj(self.type_of(args[0]));
            return self.deliver(stack, cont, of);
        }
        if class == classes::TYPE {
            if args.len() != 3 {
                return Err(self.type_error("type() takes 1 or 3 arguments"));
            }
            let func = self.prelude("_type_call");
            return self.call(stack, func, args, kwargs, cont);
        }
        if flags.is_abstract && !builtin {
            let func = self.prelude("_abstract_error");
            return self.call(stack, func, &[Value::Obj(class)], &[], cont);
        }
        let plain_python = !flags.new && matches!(layout, Layout::Plain) && !builtin;
        if plain_python {
            self.charge(Cost::InstanceNew);
            if flags.init
                && let Some(init) = self.special_attr(class, "__init__")
            {
                let instance = self.new_instance(class, Value::Unset);
                let Value::Obj(r) = instance else { return Ok(Flow::Next) };
                let mut all = Vec::with_capacity(args.len() + 1);
                all.push(instance);
                all.extend_from_slice(args);
                return match cont {
                    Cont::Store { dst, then: Then::Nothing } => {
                        self.call(stack, init, &all, kwargs, Cont::Init { dst, instance: r })
                    }
                    cont => {
                        // an unusual continuation: a prelude frame does the two steps
                        let func = self.prelude("_init_and_return");
                        let args = self.new_tuple(args);
                        let kwargs = self.dict_of_pairs(kwargs);
                        self.call(stack, func, &[init, instance, args, kwargs], &[], cont)
                    }
                };
            }
            if !args.is_empty() || !kwargs.is_empty() {
                let message = format!("{}() takes no arguments", self.class_name(class));
                return Err(self.type_error(&message));
            }
            let instance = self.new_instance(class, Value::Unset);
            return self.deliver(stack, cont, instance);
        }
        // general: __new__, then __init__ if the result is an instance
        let Some(mut new) = self.class_attr_str(class, "__new__") else {
            let message = format!("cannot create '{}' instances", self.class_name(class));
            return Err(self.type_error(&message));
        };
        if let Value::Obj(r) = new
            && let Object::StaticMethod(f) = self.heap.get(r)
        {
            new = *f;
        }
        let mut all = Vec::with_capacity(args.len() + 1);
        all.push(Value::Obj(class));
        all.extend_from_slice(args);
        let native_new = matches!(new, Value::Obj(r) if matches!(self.heap.get(r), Object::Native(_)));
        if builtin && native_new {
            // built-in constructors do everything in __new__
            return self.call(stack, new, &all, kwargs, cont);
        }
        if native_new && self.has_payload(class) {
            // a Python subclass of a value type: the built-in value first, then an instance around it
            let takes_arguments =
                !flags.init || !matches!(layout, Layout::List | Layout::Dict | Layout::Set | Layout::ByteArray);
            let new_args: Vec<Value> = if takes_arguments { all.clone() } else { vec![Value::Obj(class)] };
            let new_kwargs: Keywords<'_> = if takes_arguments { kwargs } else { &[] };
            let args_tuple = self.new_tuple(args);
            let kwargs_dict = self.dict_of_pairs(kwargs);
            let Cont::Store { dst, then: Then::Nothing } = cont else {
                let func = self.prelude("_instantiate");
                return self.call(stack, func, &[Value::Obj(class), args_tuple, kwargs_dict], &[], cont);
            };
            return self.call(
                stack,
                new,
                &new_args,
                new_kwargs,
                Cont::New { dst, class, args: args_tuple, kwargs: kwargs_dict },
            );
        }
        let args_tuple = self.new_tuple(args);
        let kwargs_dict = self.dict_of_pairs(kwargs);
        let Cont::Store { dst, then: Then::Nothing } = cont else {
            let func = self.prelude("_instantiate");
            return self.call(stack, func, &[Value::Obj(class), args_tuple, kwargs_dict], &[], cont);
        };
        self.call(stack, new, &all, kwargs, Cont::New { dst, class, args: args_tuple, kwargs: kwargs_dict })
    }

    /// `__new__` returned: wrap a built-in value of a subclass, then `__init__`.
    pub(super) fn after_new(
        &mut self,
        stack: &mut Vec<Value>,
        dst: u8,
        class: Ref,
        value: Value,
        args: Value,
        kwargs: Value,
    ) -> Res<Flow> {
        let mut value = value;
        if self.has_payload(class) && self.is_subclass(class, self.type_of(value)) && self.type_of(value) != class {
            value = self.new_instance(class, value);
        }
        let of = self.type_of(value);
        if !self.is_subclass(of, class) {
            self.set_register(stack, dst, value);
            return Ok(Flow::Next);
        }
        let init = match self.special_attr(of, "__init__") {
            Some(init) => init,
            None => {
                self.set_register(stack, dst, value);
                return Ok(Flow::Next);
            }
        };
        let native = matches!(init, Value::Obj(r) if matches!(self.heap.get(r), Object::Native(_)));
        if native && self.layout_of(of) != Layout::Exception && self.layout_of(of) != Layout::Type {
            self.set_register(stack, dst, value);
            return Ok(Flow::Next);
        }
        let Value::Obj(instance) = value else { return Ok(Flow::Next) };
        let mut all = vec![value];
        all.extend(self.items_slice(args).unwrap_or(&[]).iter().copied());
        let pairs = self.keyword_pairs(init, kwargs)?;
        self.call(stack, init, &all, &pairs, Cont::Init { dst, instance })
    }

    pub(crate) fn dict_of_pairs(&mut self, pairs: Keywords<'_>) -> Value {
        let dict = self.heap.alloc(Object::Dict(Box::default()));
        for &(name, value) in pairs {
            if let Value::Obj(name) = name {
                let name = self.intern_ref(name);
                self.dict_set_name(dict, name, value);
            }
        }
        Value::Obj(dict)
    }

    // -- attributes through the stack

    pub(crate) fn get_attr(&mut self, stack: &mut Vec<Value>, object: Value, name: Ref, cont: Cont) -> Res<Flow> {
        let found = self.lookup(object, name);
        self.finish_lookup(stack, object, name, found, cont)
    }

    /// Does what a lookup asks for; the attribute goes to `cont`.
    pub(crate) fn finish_lookup(
        &mut self,
        stack: &mut Vec<Value>,
        object: Value,
        name: Ref,
        found: Found,
        cont: Cont,
    ) -> Res<Flow> {
        match found {
            Found::Value(value) => self.deliver(stack, cont, value),
            Found::Method { func, receiver } => {
                self.charge(Cost::BoundMethodLoad);
                let bound = self.alloc(Object::BoundMethod { func, receiver });
                self.deliver(stack, cont, bound)
            }
            Found::Get { func, receiver } => {
                let cont = self.attr_cont(object, name, cont);
                self.call(stack, func, &[receiver], &[], cont)
            }
            Found::Describe { func, descriptor, receiver, class } => {
                let cont = self.attr_cont(object, name, cont);
                self.call(stack, func, &[descriptor, receiver, Value::Obj(class)], &[], cont)
            }
            Found::GetAttribute { func } => {
                let cont = self.attr_cont(object, name, cont);
                self.call(stack, func, &[object, Value::Obj(name)], &[], cont)
            }
            Found::Unreadable => Err(self.unreadable(object, name)),
            Found::Missing { getattr } => {
                if getattr.is_unset() {
                    return Err(self.no_attribute(object, name));
                }
                self.call(stack, getattr, &[object, Value::Obj(name)], &[], cont)
            }
        }
    }

    /// A getter that raises AttributeError falls back on `__getattr__`, where the class has one.
    fn attr_cont(&mut self, object: Value, name: Ref, cont: Cont) -> Cont {
        let class = self.type_of(object);
        let has = matches!(self.heap.get(class), Object::Class(c) if c.flags.getattr);
        match cont {
            Cont::Store { dst, then: Then::Nothing } if has => Cont::GetAttr { dst, object, name },
            cont => cont,
        }
    }

    /// An attribute that needs no Python code to read; methods come bound.
    pub(crate) fn bound_attr(&mut self, object: Value, name: Ref) -> Res<Value> {
        match self.lookup(object, name) {
            Found::Value(value) => Ok(value),
            Found::Method { func, receiver } => Ok(self.alloc(Object::BoundMethod { func, receiver })),
            _ => Err(self.no_attribute(object, name)),
        }
    }
}
