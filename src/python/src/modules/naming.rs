//! What a program calls an object: the lock in `balance_lock`, in `account.lock`, in `forks[2]`.
//!
//! For viewers only: looking changes nothing, costs no virtual time, and is bounded. Names are looked for in the
//! program's module, then in the variables of its suspended functions, each with what lies directly inside.

use crate::object::Object;
use crate::process::Process;
use crate::value::{Ref, Value};

/// Values looked at before giving up.
const MOST_LOOKS: usize = 2_000;
/// How deep names go: `accounts[0].lock` is two steps below a variable.
const MOST_STEPS: usize = 2;

/// The name of `value` in the program, or None.
pub(crate) fn name_of(p: &Process, value: Value) -> Option<String> {
    let mut search = Search { p, wanted: value, looks: 0 };
    // `forks[1]`, which means the same everywhere, is a better name than a function's `left`.
    for variables in [globals(p), locals(p)] {
        for steps in 0..=MOST_STEPS {
            for (name, at) in &variables {
                if let Some(found) = search.below(name, *at, steps) {
                    return Some(found);
                }
            }
        }
    }
    None
}

/// Module-level names of the program.
fn globals(p: &Process) -> Vec<(String, Value)> {
    let Object::Dict(globals) = p.heap.get(p.main) else { return Vec::new() };
    let named = globals.iter().filter_map(|(key, value)| Some((p.str(key)?.to_owned(), value)));
    named.filter(|(name, _)| !name.starts_with("__")).collect()
}

/// The locals of suspended threads, outermost frames first.
fn locals(p: &Process) -> Vec<(String, Value)> {
    let mut found = Vec::new();
    for thread in p.threads.iter().flatten() {
        for frame in &thread.frames {
            let Some(loaded) = p.codes.get(frame.code.0 as usize).filter(|loaded| !loaded.embedded) else { continue };
            for variable in &loaded.code.variables {
                let register = frame.base as usize + usize::from(variable.register);
                let value = match thread.stack.get(register).copied() {
                    Some(Value::Obj(r)) if variable.cell => match p.heap.get(r) {
                        Object::Cell(inner) => *inner,
                        _ => Value::Obj(r),
                    },
                    Some(value) => value,
                    None => continue,
                };
                found.push((variable.name.to_string(), value));
            }
        }
    }
    found
}

struct Search<'a> {
    p: &'a Process,
    wanted: Value,
    looks: usize,
}

impl Search<'_> {
    /// The name of what is exactly `steps` steps below `at`, whose own name is `name`.
    fn below(&mut self, name: &str, at: Value, steps: usize) -> Option<String> {
        self.looks += 1;
        if self.looks > MOST_LOOKS {
            return None;
        }
        if steps == 0 {
            return at.is(self.wanted).then(|| name.to_owned());
        }
        let Value::Obj(r) = at else { return None };
        match self.p.heap.get(r) {
            Object::Instance(instance) => {
                let names = self.p.shapes.names(instance.shape);
                let slots = instance.slots.iter().copied().zip(names);
                for (value, &attribute) in slots {
                    let attribute = self.p.heap.str(attribute).unwrap_or("?");
                    let dotted = if name == "self" {
                        format!("{}.{attribute}", self.p.class_name(instance.class))
                    } else {
                        format!("{name}.{attribute}")
                    };
                    if let Some(found) = self.below(&dotted, value, steps - 1) {
                        return Some(found);
                    }
                }
                match instance.dict {
                    Value::Obj(dict) => self.in_dict(dict, steps, |key, _| format!("{name}.{key}")),
                    _ => None,
                }
            }
            Object::List(items) => self.in_items(name, items, steps),
            Object::Deque(deque) => self.in_items(name, deque.live(), steps),
            Object::Tuple(items) => self.in_items(name, items, steps),
            Object::Dict(_) => {
                self.in_dict(
                    r,
                    steps,
                    |key, is_str| {
                        if is_str { format!("{name}['{key}']") } else { format!("{name}[{key}]") }
                    },
                )
            }
            Object::Class(class) if !class.builtin => self.in_dict(class.dict, steps, |key, _| format!("{name}.{key}")),
            _ => None,
        }
    }

    fn in_items(&mut self, name: &str, items: &[Value], steps: usize) -> Option<String> {
        items.iter().enumerate().find_map(|(i, &item)| {
            // Numbers and the like have nothing inside: no name need be made for them.
            matches!(item, Value::Obj(_)).then(|| self.below(&format!("{name}[{i}]"), item, steps - 1)).flatten()
        })
    }

    fn in_dict(&mut self, dict: Ref, steps: usize, name: impl Fn(&str, bool) -> String) -> Option<String> {
        let Object::Dict(dict) = self.p.heap.get(dict) else { return None };
        dict.iter().filter(|(_, value)| matches!(value, Value::Obj(_))).find_map(|(key, value)| {
            let name = match self.p.str(key) {
                Some(text) => name(text, true),
                None => name(&self.p.short_repr(key), false),
            };
            self.below(&name, value, steps - 1)
        })
    }
}
