//! Ordering and equality of built-in values.

use std::cmp::Ordering;

use num_bigint::{BigInt, Sign};

use super::{Num, int};
use crate::cost::Cost;
use crate::native::{Raise, Res};
use crate::object::Object;
use crate::ops::Tri;
use crate::process::Process;
use crate::value::Value;

/// A comparison operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CmpOp {
    Lt,
    Le,
    Eq,
    Ne,
    Gt,
    Ge,
}

impl CmpOp {
    #[must_use]
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Lt => "<",
            Self::Le => "<=",
            Self::Eq => "==",
            Self::Ne => "!=",
            Self::Gt => ">",
            Self::Ge => ">=",
        }
    }

    #[must_use]
    pub fn method(self) -> &'static str {
        match self {
            Self::Lt => "__lt__",
            Self::Le => "__le__",
            Self::Eq => "__eq__",
            Self::Ne => "__ne__",
            Self::Gt => "__gt__",
            Self::Ge => "__ge__",
        }
    }

    /// The operator with its operands exchanged.
    #[must_use]
    pub fn swapped(self) -> Self {
        match self {
            Self::Lt => Self::Gt,
            Self::Le => Self::Ge,
            Self::Gt => Self::Lt,
            Self::Ge => Self::Le,
            same => same,
        }
    }

    /// What the operator says of operands in this order (`None`: a NaN is involved).
    #[must_use]
    pub fn holds(self, order: Option<Ordering>) -> bool {
        match self {
            Self::Lt => order == Some(Ordering::Less),
            Self::Le => matches!(order, Some(Ordering::Less | Ordering::Equal)),
            Self::Eq => order == Some(Ordering::Equal),
            Self::Ne => order != Some(Ordering::Equal),
            Self::Gt => order == Some(Ordering::Greater),
            Self::Ge => matches!(order, Some(Ordering::Greater | Ordering::Equal)),
        }
    }
}

/// What ordering two values natively came to.
enum Order {
    Known(Option<Ordering>),
    /// The types have no order.
    Absent(Value, Value),
    /// Items of Python classes decide.
    Ask,
}

/// `a op b` for built-in values. `Ok(None)`: Python code has a say, or the types have no order: the VM tries special
/// methods, then raises [`unordered`]. Two lists or two tuples that come to `None` are decided by the prelude's
/// `_compare_items(a, b, symbol)`.
pub fn compare(vm: &mut Process, op: CmpOp, a: Value, b: Value) -> Res<Option<bool>> {
    if matches!(op, CmpOp::Eq | CmpOp::Ne) {
        return Ok(match vm.eq_native(a, b) {
            Tri::Yes => Some(op == CmpOp::Eq),
            Tri::No => Some(op == CmpOp::Ne),
            Tri::Ask => None,
        });
    }
    match order(vm, a, b, 0) {
        Order::Known(order) => Ok(Some(op.holds(order))),
        Order::Ask => Ok(None),
        Order::Absent(x, y) if x.is(a) && y.is(b) => Ok(None),
        // items of a list or tuple without an order between them
        Order::Absent(x, y) => Err(unordered(vm, op, x, y)),
    }
}

/// The `TypeError` of values without an order.
pub fn unordered(vm: &mut Process, op: CmpOp, a: Value, b: Value) -> Raise {
    let message =
        format!("'{}' not supported between instances of '{}' and '{}'", op.symbol(), vm.type_name(a), vm.type_name(b));
    vm.type_error(&message)
}

fn order(vm: &mut Process, a: Value, b: Value, depth: u32) -> Order {
    if depth > crate::ops::MAX_NATIVE_DEPTH {
        return Order::Ask;
    }
    if depth > 0 && (is_instance(vm, a) || is_instance(vm, b)) {
        return Order::Ask;
    }
    if let (Some(x), Some(y)) = (Num::of(vm, a), Num::of(vm, b)) {
        return match numbers(&x, &y) {
            Some(order) => Order::Known(order),
            None => Order::Absent(a, b),
        };
    }
    let (p, q) = (vm.payload(a), vm.payload(b));
    let (Value::Obj(x), Value::Obj(y)) = (p, q) else { return Order::Absent(a, b) };
    match (vm.heap.get(x), vm.heap.get(y)) {
        (Object::Str(_) | Object::StrTail { .. }, Object::Str(_) | Object::StrTail { .. }) => {
            // UTF-8 sorts as its code points do
            let (s, t) = (vm.heap.str(x), vm.heap.str(y));
            let (order, len) = (s.cmp(&t), s.map_or(0, str::len).min(t.map_or(0, str::len)));
            if len > 64 {
                vm.charge_n(Cost::StrCopyByte, len);
            }
            Order::Known(Some(order))
        }
        (Object::List(s), Object::List(t)) => {
            let (n, m) = (s.len(), t.len());
            items(vm, p, q, n, m, depth)
        }
        (Object::Tuple(s), Object::Tuple(t)) => {
            let (n, m) = (s.len(), t.len());
            items(vm, p, q, n, m, depth)
        }
        (Object::Bytes(_) | Object::ByteArray(_), Object::Bytes(_) | Object::ByteArray(_)) => {
            Order::Known(Some(vm.bytes(p).cmp(&vm.bytes(q))))
        }
        _ => Order::Absent(a, b),
    }
}

fn is_instance(vm: &Process, value: Value) -> bool {
    matches!(value, Value::Obj(r) if matches!(vm.heap.get(r),
        Object::Instance(_) | Object::Exception(_) | Object::Class(_) | Object::Set(_) | Object::FrozenSet(_)
            | Object::DictView { .. }))
}

/// Lexicographic order: of the first items that differ, else of the lengths.
fn items(vm: &mut Process, a: Value, b: Value, n: usize, m: usize, depth: u32) -> Order {
    for i in 0..n.min(m) {
        let at = |v| vm.items_slice(v).and_then(|items| items.get(i)).copied().unwrap_or(Value::Unset);
        let (x, y) = (at(a), at(b));
        if x.is(y) {
            continue;
        }
        match vm.eq_native(x, y) {
            Tri::Yes => {}
            Tri::No => {
                vm.charge_n(Cost::ListSortCompare, i);
                return order(vm, x, y, depth + 1);
            }
            Tri::Ask => return Order::Ask,
        }
    }
    Order::Known(Some(n.cmp(&m)))
}

/// Order of two numbers. Outer `None`: complex numbers have none. Inner `None`: NaN.
fn numbers(x: &Num<'_>, y: &Num<'_>) -> Option<Option<Ordering>> {
    Some(match (x, y) {
        (Num::Complex(..), _) | (_, Num::Complex(..)) => return None,
        (Num::Int(x), Num::Int(y)) => Some(x.cmp(y)),
        (Num::Float(x), Num::Float(y)) => x.partial_cmp(y),
        (Num::Int(x), Num::Float(y)) => int_float(*x, *y),
        (Num::Float(x), Num::Int(y)) => int_float(*y, *x).map(Ordering::reverse),
        (Num::Big(x), Num::Float(y)) => big_float(x, *y),
        (Num::Float(x), Num::Big(y)) => big_float(y, *x).map(Ordering::reverse),
        (Num::Big(x), Num::Big(y)) => Some((*x).cmp(y)),
        // canonical: a heap int is beyond every word
        (Num::Big(x), Num::Int(_)) => Some(if x.sign() == Sign::Minus { Ordering::Less } else { Ordering::Greater }),
        (Num::Int(_), Num::Big(y)) => Some(if y.sign() == Sign::Minus { Ordering::Greater } else { Ordering::Less }),
    })
}

/// Exact order of an int and a float.
#[must_use]
pub fn int_float(x: i64, y: f64) -> Option<Ordering> {
    if y.is_nan() {
        return None;
    }
    if y >= 9_223_372_036_854_775_808.0 {
        return Some(Ordering::Less);
    }
    if y < -9_223_372_036_854_775_808.0 {
        return Some(Ordering::Greater);
    }
    let whole = libm::floor(y);
    Some(match x.cmp(&(whole as i64)) {
        Ordering::Equal if y > whole => Ordering::Less,
        order => order,
    })
}

fn big_float(x: &BigInt, y: f64) -> Option<Ordering> {
    if y.is_nan() {
        return None;
    }
    if y.is_infinite() {
        return Some(if y > 0.0 { Ordering::Less } else { Ordering::Greater });
    }
    // |x| is beyond every word, so the fraction of y cannot decide
    int::from_f64(y).ok().map(|y| x.cmp(&y))
}
