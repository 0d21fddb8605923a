//! Pushing the frame of a Python function: arguments bound to parameters, and what is said when they do not fit.

use crate::classes;
use crate::cost::Cost;
use crate::native::{Raise, Res};
use crate::object::{CodeId, Object};
use crate::process::Process;
use crate::value::{Ref, Value};
use crate::vm::frame::{Cont, Frame};
use crate::vm::run::{WINDOW, grow};

type Keywords<'a> = &'a [(Value, Value)];

impl Process {
    pub(crate) fn too_deep(&mut self) -> Raise {
        // some room for handlers, as CPython gives
        self.raise(classes::RECURSION_ERROR, "maximum recursion depth exceeded")
    }

    /// Whether another frame would be one too many. Under the frame of the main program is one of ours, which does not count;
    /// those under a thread's function stand for CPython's own.
    #[inline]
    pub(crate) fn at_recursion_limit(&self) -> bool {
        let (depth, limit) = (self.frames.len(), self.limits.recursion as usize);
        depth >= limit && (depth > limit || self.frames.get(1).is_none_or(|frame| !frame.func.is_unset()))
    }

    /// Pushes a frame for a function, with its arguments bound to parameters.
    #[expect(clippy::too_many_arguments, reason = "a frame has this many parts, and a struct would only rename them")]
    pub(crate) fn push_call(
        &mut self,
        stack: &mut Vec<Value>,
        func: Value,
        code: CodeId,
        globals: Ref,
        namespace: Value,
        args: &[Value],
        kwargs: Keywords<'_>,
        cont: Cont,
    ) -> Res<()> {
        if self.at_recursion_limit() {
            return Err(self.too_deep());
        }
        let base = self.stack_top();
        let loaded = &self.codes[code.0 as usize];
        let locals = usize::from(loaded.locals);
        let simple = loaded.simple_positional;
        if stack.len() < base + 2 * WINDOW {
            grow(stack, base);
        }
        if kwargs.is_empty() && simple == Some(args.len() as u16) {
            stack[base..base + args.len()].copy_from_slice(args);
            for place in &mut stack[base + args.len()..base + locals.max(args.len())] {
                *place = Value::Unset;
            }
        } else if kwargs.is_empty() && self.bind_defaults(stack, func, code, args, base) {
            let count = usize::from(self.codes[code.0 as usize].code.params.positional);
            for place in &mut stack[base + count..base + locals.max(count)] {
                *place = Value::Unset;
            }
        } else {
            let bound = self.bind(func, code, args, kwargs)?;
            stack[base..base + bound.len()].copy_from_slice(&bound);
            for place in &mut stack[base + bound.len()..base + locals.max(bound.len())] {
                *place = Value::Unset;
            }
        }
        self.frames.push(Frame {
            code,
            ip: 0,
            base: base as u32,
            func,
            globals,
            namespace,
            cont,
            handling_before: self.handling,
            generator: Value::Unset,
        });
        Ok(())
    }

    /// Positional arguments and defaults straight into the registers, where that is all a function takes. Whether it was.
    fn bind_defaults(&mut self, stack: &mut [Value], func: Value, code: CodeId, args: &[Value], base: usize) -> bool {
        let params = self.codes[code.0 as usize].code.params;
        let positional = usize::from(params.positional);
        if params.keyword_only != 0 || params.varargs || params.varkw || args.len() > positional {
            return false;
        }
        let Value::Obj(r) = func else { return false };
        let Object::Function(f) = self.heap.get(r) else { return false };
        let missing = positional - args.len();
        let Some(from) = f.defaults.len().checked_sub(missing) else { return false };
        stack[base..base + args.len()].copy_from_slice(args);
        stack[base + args.len()..base + positional].copy_from_slice(&f.defaults[from..]);
        self.charge_n(Cost::CallDefault, missing);
        true
    }

    /// Parameter values in register order, by Python's rules, or the TypeError that CPython gives.
    fn bind(&mut self, func: Value, code: CodeId, args: &[Value], kwargs: Keywords<'_>) -> Res<Vec<Value>> {
        let code = std::sync::Arc::clone(&self.codes[code.0 as usize].code);
        let params = code.params;
        let (positional, keyword_only) = (usize::from(params.positional), usize::from(params.keyword_only));
        let named = positional + keyword_only;
        let mut values = vec![Value::Unset; params.count()];
        let (defaults, kw_defaults) = match func {
            Value::Obj(r) => match self.heap.get(r) {
                Object::Function(f) => (f.defaults.clone(), f.kw_defaults.clone()),
                _ => (Vec::new(), Vec::new()),
            },
            _ => (Vec::new(), Vec::new()),
        };
        let direct = args.len().min(positional);
        values[..direct].copy_from_slice(&args[..direct]);
        let mut extra_keywords: Vec<(Value, Value)> = Vec::new();
        for &(name, value) in kwargs {
            let text = self.str(name).unwrap_or("");
            let at = code.variables.iter().take(named).position(|v| v.name == text);
            match at {
                Some(at) if at >= usize::from(params.positional_only) => {
                    if !values[at].is_unset() {
                        let message = format!("{}() got multiple values for argument '{text}'", code.qualname);
                        return Err(self.type_error(&message));
                    }
                    values[at] = value;
                }
                Some(_) if !params.varkw => {
                    let names: Vec<&str> = kwargs
                        .iter()
                        .filter_map(|&(n, _)| self.str(n))
                        .filter(|n| {
                            code.variables.iter().take(usize::from(params.positional_only)).any(|v| v.name == **n)
                        })
                        .collect();
                    let message = format!(
                        "{}() got some positional-only arguments passed as keyword arguments: '{}'",
                        code.qualname,
                        names.join(", ")
                    );
                    return Err(self.type_error(&message));
                }
                _ if params.varkw => extra_keywords.push((name, value)),
                _ => {
                    let message = format!("{}() got an unexpected keyword argument '{text}'", code.qualname);
                    return Err(self.type_error(&message));
                }
            }
        }
        if args.len() > positional && !params.varargs {
            return Err(self.too_many_positional(&code, args.len(), defaults.len(), &values));
        }
        let first_default = positional - defaults.len().min(positional);
        let mut missing = Vec::new();
        for (at, place) in values.iter_mut().enumerate().take(positional) {
            if place.is_unset() {
                match at.checked_sub(first_default).and_then(|i| defaults.get(i)) {
                    Some(&value) => {
                        *place = value;
                        self.charge(Cost::CallDefault);
                    }
                    None => missing.push(at),
                }
            }
        }
        if !missing.is_empty() {
            return Err(self.missing_arguments(&code, &missing, "positional"));
        }
        for i in 0..keyword_only {
            let at = positional + i;
            if values[at].is_unset() {
                match kw_defaults.get(i) {
                    Some(value) if !value.is_unset() => values[at] = *value,
                    _ => missing.push(at),
                }
            }
        }
        if !missing.is_empty() {
            return Err(self.missing_arguments(&code, &missing, "keyword-only"));
        }
        self.charge_n(Cost::CallKeyword, kwargs.len());
        let mut at = named;
        if params.varargs {
            let rest: Vec<Value> = args.get(positional..).unwrap_or(&[]).to_vec();
            values[at] = self.new_tuple(rest);
            at += 1;
        }
        if params.varkw {
            let dict = self.heap.alloc(Object::Dict(Box::default()));
            for (name, value) in extra_keywords {
                if let Value::Obj(name) = name {
                    let name = self.intern_ref(name);
                    self.dict_set_name(dict, name, value);
                }
            }
            values[at] = Value::Obj(dict);
        }
        Ok(values)
    }

    fn too_many_positional(
        &mut self,
        code: &crate::code::Code,
        given: usize,
        defaults: usize,
        values: &[Value],
    ) -> Raise {
        let positional = usize::from(code.params.positional);
        let keyword_given = values
            .iter()
            .skip(positional)
            .take(usize::from(code.params.keyword_only))
            .filter(|v| !v.is_unset())
            .count();
        let plural = |n: usize| if n == 1 { "" } else { "s" };
        let takes = if defaults > 0 {
            format!("from {} to {positional} positional arguments", positional - defaults.min(positional))
        } else {
            format!("{positional} positional argument{}", plural(positional))
        };
        let were = if given == 1 && keyword_given == 0 { "was" } else { "were" };
        let given = if keyword_given > 0 {
            format!(
                "{given} positional argument{} (and {keyword_given} keyword-only argument{})",
                plural(given),
                plural(keyword_given)
            )
        } else {
            format!("{given}")
        };
        let message = format!("{}() takes {takes} but {given} {were} given", code.qualname);
        self.type_error(&message)
    }

    fn missing_arguments(&mut self, code: &crate::code::Code, missing: &[usize], kind: &str) -> Raise {
        let names: Vec<String> =
            missing.iter().filter_map(|&i| code.variables.get(i)).map(|v| format!("'{}'", v.name)).collect();
        let list = match names.as_slice() {
            [] => String::new(),
            [one] => one.clone(),
            [a, b] => format!("{a} and {b}"),
            [most @ .., last] => format!("{}, and {last}", most.join(", ")),
        };
        let plural = if names.len() == 1 { "" } else { "s" };
        let message = format!("{}() missing {} required {kind} argument{plural}: {list}", code.qualname, names.len());
        self.type_error(&message)
    }

    /// Keyword arguments of a `CallEx`.
    pub(crate) fn keyword_pairs(&mut self, func: Value, dict: Value) -> Res<Vec<(Value, Value)>> {
        let Some(Object::Dict(d)) = self.object(dict) else { return Ok(Vec::new()) };
        let pairs: Vec<(Value, Value)> = d.iter().collect();
        if pairs.iter().any(|&(k, _)| self.str(k).is_none()) {
            let _ = func;
            return Err(self.type_error("keywords must be strings"));
        }
        Ok(pairs)
    }
}
