//! Which shared variables a thread reads and writes, for a detector of data races.
//!
//! Only where `Config::watch_accesses` asks for it, and then one instruction at a time: the interpreter's loop knows nothing
//! of this. Looked at are module-level names, attributes, items of lists and dicts by a plain key, and variables that
//! functions share; in the program's own code, not in the library's. Keeps true: watching changes neither what a program
//! does nor what it costs in virtual time.

use serde::{Deserialize, Serialize};

use crate::code::Op;
use crate::modules::naming;
use crate::object::Object;
use crate::process::Process;
use crate::value::{Ref, Value};
use crate::vm::host::Place;

/// A variable that threads can share. The numbers mean nothing outside the process, and may mean another variable once
/// objects were collected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Variable {
    Global { module: u32, name: u32 },
    Attribute { object: u32, name: u32 },
    Item { container: u32, key: u64 },
    Shared { cell: u32 },
}

/// One read or write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Access {
    pub variable: Variable,
    pub write: bool,
    pub place: Option<Place>,
    /// How often garbage had been collected.
    pub epoch: u64,
}

impl Process {
    /// What was read and written since the last call.
    pub fn take_accesses(&mut self) -> Vec<Access> {
        std::mem::take(&mut self.accesses)
    }

    /// What the program calls a variable.
    #[must_use]
    pub fn variable_name(&self, variable: Variable) -> String {
        let text = |name: u32| self.heap.str(Ref(name)).unwrap_or("?").to_owned();
        match variable {
            Variable::Global { name, .. } => text(name),
            Variable::Attribute { object, name } => {
                let owner = naming::name_of(self, Value::Obj(Ref(object)));
                let owner = owner.unwrap_or_else(|| match self.heap.get(Ref(object)) {
                    Object::Instance(instance) => self.class_name(instance.class).to_owned(),
                    _ => "object".to_owned(),
                });
                format!("{owner}.{}", text(name))
            }
            Variable::Item { container, key } => {
                let owner = naming::name_of(self, Value::Obj(Ref(container)));
                match (owner, self.heap.get(Ref(container))) {
                    (Some(owner), Object::List(_)) => format!("{owner}[{}]", key as i64),
                    (Some(owner), _) => format!("an item of {owner}"),
                    (None, _) => "an item".to_owned(),
                }
            }
            Variable::Shared { cell } => match self.heap.get(Ref(cell)) {
                Object::Cell(value) => {
                    naming::name_of(self, *value).unwrap_or_else(|| "a variable of an enclosing function".to_owned())
                }
                _ => "a variable".to_owned(),
            },
        }
    }

    /// Writes down what the next instruction of the running thread reads or writes.
    pub(crate) fn note_access(&mut self, stack: &[Value]) {
        let Some(frame) = self.frames.last() else { return };
        let Some(loaded) = self.codes.get(frame.code.0 as usize).filter(|loaded| !loaded.embedded) else { return };
        let Some(&instr) = loaded.code.instrs.get(frame.ip as usize) else { return };
        let register = |r: u8| stack.get(frame.base as usize + usize::from(r)).copied().unwrap_or(Value::Unset);
        let name = || {
            let site = loaded.code.sites.get(instr.d as usize)?;
            loaded.names.get(*site as usize).copied()
        };
        let found = match instr.op {
            Op::LoadGlobal => name().and_then(|name| {
                self.dict_get_name(frame.globals, name)?;
                Some((Variable::Global { module: frame.globals.0, name: name.0 }, false))
            }),
            Op::StoreGlobal => name().map(|name| (Variable::Global { module: frame.globals.0, name: name.0 }, true)),
            Op::GetAttr => name().and_then(|name| Some((self.attribute(register(instr.b), name, false)?, false))),
            Op::SetAttr => name().and_then(|name| Some((self.attribute(register(instr.a), name, true)?, true))),
            Op::GetItem => self.item(register(instr.b), register(instr.c)).map(|item| (item, false)),
            Op::SetItem => self.item(register(instr.a), register(instr.b)).map(|item| (item, true)),
            Op::LoadDeref => register(instr.b).as_ref().map(|cell| (Variable::Shared { cell: cell.0 }, false)),
            Op::StoreDeref => register(instr.a).as_ref().map(|cell| (Variable::Shared { cell: cell.0 }, true)),
            _ => None,
        };
        if let Some((variable, write)) = found {
            let place = self.place_in_code(frame.code, frame.ip + 1);
            let epoch = self.heap.collections();
            self.accesses.push(Access { variable, write, place, epoch });
        }
    }

    /// An attribute of the object's own; methods and class attributes seen through an instance are not.
    fn attribute(&self, object: Value, name: Ref, write: bool) -> Option<Variable> {
        let r = object.as_ref()?;
        let own = match self.heap.get(r) {
            Object::Instance(_) => write || self.own_attr(r, name).is_some(),
            Object::Class(class) => write || self.dict_get_name(class.dict, name).is_some(),
            _ => false,
        };
        own.then_some(Variable::Attribute { object: r.0, name: name.0 })
    }

    fn item(&self, container: Value, key: Value) -> Option<Variable> {
        let r = container.as_ref()?;
        let key = match (self.heap.get(r), key) {
            (Object::List(items), Value::Int(index)) => {
                (if index < 0 { index + items.len() as i64 } else { index }) as u64
            }
            (Object::Dict(_), Value::Int(number)) => number as u64,
            (Object::Dict(_), key) => text_key(self.str(key)?),
            _ => return None,
        };
        Some(Variable::Item { container: r.0, key })
    }
}

/// FNV-1a, with a bit that plain numbers of a program hardly have.
fn text_key(text: &str) -> u64 {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
    hash | 1 << 63
}
