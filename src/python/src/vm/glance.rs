//! Values as a viewer shows them: like `repr`, but short, never running Python code, and never costly, whatever the value.

use crate::object::Object;
use crate::process::Process;
use crate::repr;
use crate::value::{Ref, Value};

/// Characters of one value.
const MAX_CHARS: usize = 120;
/// Items shown of a container, attributes of an instance.
const MAX_ITEMS: usize = 8;
const MAX_DEPTH: u32 = 3;
/// Bits of an int whose digits are still computed.
const MAX_BITS: u64 = 2000;

impl Process {
    /// A `repr` for people, at most 120 characters.
    #[must_use]
    pub fn short_repr(&self, value: Value) -> String {
        shortened(self.glance(value, 0), MAX_CHARS)
    }

    fn glance(&self, value: Value, depth: u32) -> String {
        let Value::Obj(r) = value else { return repr::repr_native(self, value).unwrap_or_default() };
        match self.heap.get(r) {
            Object::Str(_) | Object::StrTail { .. } => {
                let text = self.heap.str(r).unwrap_or("");
                let start: String = text.chars().take(MAX_CHARS).collect();
                repr::quoted(&start)
            }
            Object::Bytes(b) => repr::bytes(b.get(..MAX_CHARS).unwrap_or(b)),
            Object::BigInt(i) if i.bits() > MAX_BITS => format!("<int of {} bits>", i.bits()),
            Object::List(items) => self.glance_items("[", items, items.len(), "]", depth),
            Object::Deque(deque) => self.glance_items("[", deque.live(), deque.live().len(), "]", depth),
            Object::Tuple(items) => {
                let close = if items.len() == 1 { ",)" } else { ")" };
                self.glance_items("(", items, items.len(), close, depth)
            }
            Object::Set(set) if !set.is_empty() => {
                let items: Vec<Value> = set.iter().take(MAX_ITEMS).collect();
                self.glance_items("{", &items, set.len(), "}", depth)
            }
            Object::Dict(dict) => {
                if depth >= MAX_DEPTH && !dict.is_empty() {
                    return "{…}".to_owned();
                }
                let mut parts: Vec<String> = dict
                    .iter()
                    .take(MAX_ITEMS)
                    .map(|(k, v)| format!("{}: {}", self.glance(k, depth + 1), self.glance(v, depth + 1)))
                    .collect();
                if dict.len() > MAX_ITEMS {
                    parts.push("…".to_owned());
                }
                format!("{{{}}}", parts.join(", "))
            }
            Object::Host(_) => format!("<{}>", if self.type_name(value) == "RLock" { "RLock" } else { "Lock" }),
            Object::Function(f) => format!("<function {}>", self.str(f.qualname).unwrap_or("?")),
            Object::Instance(_) => self.glance_instance(r, depth),
            Object::Exception(e) => {
                let name = self.class_name(e.class);
                let items = self.items_slice(e.args).unwrap_or(&[]);
                format!("{name}{}", self.glance_items("(", items, items.len(), ")", depth))
            }
            Object::Cell(inner) if !inner.is_unset() => self.glance(*inner, depth + 1),
            _ => repr::repr_native(self, value).unwrap_or_else(|| format!("<{}>", self.type_name(value))),
        }
    }

    fn glance_items(&self, open: &str, items: &[Value], len: usize, close: &str, depth: u32) -> String {
        if depth >= MAX_DEPTH && !items.is_empty() {
            return format!("{open}…{close}");
        }
        let mut parts: Vec<String> = items.iter().take(MAX_ITEMS).map(|&v| self.glance(v, depth + 1)).collect();
        if len > MAX_ITEMS {
            parts.push(format!("… {len} items"));
        }
        format!("{open}{}{close}", parts.join(", "))
    }

    /// A thread or another object of the library by its name; an instance of the program's own class with its attributes.
    fn glance_instance(&self, r: Ref, depth: u32) -> String {
        let value = Value::Obj(r);
        let name = self.type_name(value);
        let payload = self.payload(value);
        if !payload.is_unset() && !payload.is(value) {
            return format!("{name}({})", self.glance(payload, depth + 1));
        }
        let attribute = |text: &str| {
            let Object::Instance(i) = self.heap.get(r) else { return None };
            self.shapes
                .names(i.shape)
                .iter()
                .zip(&i.slots)
                .find(|(n, _)| self.heap.str(**n) == Some(text))
                .map(|(_, v)| *v)
        };
        if let (Some(label), Some(_)) = (attribute("_name"), attribute("_started")) {
            return format!("<{name} {}>", self.str(label).unwrap_or("?"));
        }
        let Object::Instance(i) = self.heap.get(r) else { return format!("<{name}>") };
        let library = matches!(self.heap.get(i.class), Object::Class(c)
            if self.dict_get_str(c.dict, "__module__").and_then(|m| self.str(m)) != Some("__main__"));
        if library || depth >= MAX_DEPTH {
            return format!("<{name}>");
        }
        let mut fields: Vec<String> = self
            .shapes
            .names(i.shape)
            .iter()
            .zip(&i.slots)
            .filter(|(_, v)| !v.is_unset())
            .take(MAX_ITEMS)
            .map(|(&n, &v)| format!("{}={}", self.heap.str(n).unwrap_or("?"), self.glance(v, depth + 1)))
            .collect();
        if i.slots.len() > MAX_ITEMS {
            fields.push("…".to_owned());
        }
        format!("{name}({})", fields.join(", "))
    }
}

fn shortened(text: String, max: usize) -> String {
    if text.chars().count() <= max {
        return text;
    }
    let mut short: String = text.chars().take(max - 1).collect();
    short.push('…');
    short
}
