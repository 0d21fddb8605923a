//! `<` and its relatives on values whose order is native: numbers, text, bytes, and sequences of those.
//!
//! `None` ("ask Python") also stands for values without an order: the instruction that Python then runs raises the
//! TypeError.

use std::cmp::Ordering;

use crate::code::Op;
use crate::object::Object;
use crate::ops::{MAX_NATIVE_DEPTH, Tri};
use crate::process::Process;
use crate::types::items::same;
use crate::types::support::overrides;
use crate::value::Value;

/// How two values compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    Is(Ordering),
    /// Neither less, equal nor greater (NaN).
    Unordered,
}

impl Order {
    /// Whether a comparison operator holds.
    #[must_use]
    pub fn holds(self, op: Op) -> bool {
        let Self::Is(ordering) = self else { return op == Op::Ne };
        match op {
            Op::Lt => ordering.is_lt(),
            Op::Le => ordering.is_le(),
            Op::Gt => ordering.is_gt(),
            Op::Ge => ordering.is_ge(),
            Op::Eq => ordering.is_eq(),
            _ => ordering.is_ne(),
        }
    }
}

impl From<Option<Ordering>> for Order {
    fn from(ordering: Option<Ordering>) -> Self {
        ordering.map_or(Self::Unordered, Self::Is)
    }
}

/// Order of two values.
#[must_use]
pub fn order(vm: &Process, a: Value, b: Value) -> Option<Order> {
    order_at(vm, a, b, 0)
}

/// `a < b`
#[inline]
#[must_use]
pub fn less(vm: &Process, a: Value, b: Value) -> Option<bool> {
    match (a, b) {
        (Value::Int(x), Value::Int(y)) => Some(x < y),
        (Value::Float(x), Value::Float(y)) => Some(x < y),
        _ => order(vm, a, b).map(|o| o.holds(Op::Lt)),
    }
}

fn order_at(vm: &Process, a: Value, b: Value, depth: u32) -> Option<Order> {
    match (a, b) {
        (Value::Int(x), Value::Int(y)) => return Some(Order::Is(x.cmp(&y))),
        (Value::Float(x), Value::Float(y)) => return Some(x.partial_cmp(&y).into()),
        _ => {}
    }
    if depth > MAX_NATIVE_DEPTH || overrides(vm, a, "__lt__") || overrides(vm, b, "__lt__") {
        return None;
    }
    let (a, b) = (vm.payload(a), vm.payload(b));
    if let (Value::Obj(x), Value::Obj(y)) = (a, b) {
        match (vm.heap.get(x), vm.heap.get(y)) {
            (Object::Str(_) | Object::StrTail { .. }, Object::Str(_) | Object::StrTail { .. }) => {
                // UTF-8 order is code point order
                return Some(Order::Is(vm.heap.str(x)?.cmp(vm.heap.str(y)?)));
            }
            (Object::Bytes(_) | Object::ByteArray(_), Object::Bytes(_) | Object::ByteArray(_)) => {
                return Some(Order::Is(vm.bytes(a)?.cmp(vm.bytes(b)?)));
            }
            (Object::List(i), Object::List(j)) => return sequences(vm, i, j, depth),
            (Object::Tuple(i), Object::Tuple(j)) => return sequences(vm, i, j, depth),
            (Object::BigInt(i), Object::BigInt(j)) => return Some(Order::Is(i.cmp(j))),
            _ => {}
        }
    }
    numbers(vm, a, b)
}

fn sequences(vm: &Process, a: &[Value], b: &[Value], depth: u32) -> Option<Order> {
    for (&x, &y) in a.iter().zip(b) {
        match same(vm, x, y) {
            Tri::Yes => {}
            Tri::No => return order_at(vm, x, y, depth + 1),
            Tri::Ask => return None,
        }
    }
    Some(Order::Is(a.len().cmp(&b.len())))
}

fn numbers(vm: &Process, a: Value, b: Value) -> Option<Order> {
    let int = |v: Value| v.as_small_int();
    match (a, b) {
        (Value::Float(x), Value::Float(y)) => Some(x.partial_cmp(&y).into()),
        (Value::Float(x), other) => Some(reverse(int_float(vm, other, x)?)),
        (other, Value::Float(y)) => int_float(vm, other, y),
        _ => match (int(a), int(b)) {
            (Some(x), Some(y)) => Some(Order::Is(x.cmp(&y))),
            _ => Some(Order::Is(vm.big_int(a)?.cmp(&vm.big_int(b)?))),
        },
    }
}

fn reverse(order: Order) -> Order {
    match order {
        Order::Is(ordering) => Order::Is(ordering.reverse()),
        Order::Unordered => order,
    }
}

/// Exact comparison of an int with a float.
fn int_float(vm: &Process, int: Value, f: f64) -> Option<Order> {
    use num_traits::FromPrimitive;
    let big = vm.big_int(int)?;
    if f.is_nan() {
        return Some(Order::Unordered);
    }
    if f.is_infinite() {
        return Some(Order::Is(if f > 0.0 { Ordering::Less } else { Ordering::Greater }));
    }
    let floor = num_bigint::BigInt::from_f64(f.floor())?;
    Some(Order::Is(match big.cmp(&floor) {
        Ordering::Equal if f.fract() != 0.0 => Ordering::Less,
        ordering => ordering,
    }))
}

/// Sorts positions by their keys, stably. Runs and binary insertion below 64 items compare the same pairs as CPython's
/// `list.sort` does; `None`: some pair has no native order.
#[must_use]
pub fn sorted_positions(vm: &Process, keys: &[Value]) -> Option<(Vec<u32>, usize)> {
    let mut compares = 0usize;
    let mut at: Vec<u32> = (0..keys.len() as u32).collect();
    let mut failed = false;
    let mut lt = |i: u32, j: u32| {
        compares += 1;
        let (Some(&a), Some(&b)) = (keys.get(i as usize), keys.get(j as usize)) else { return false };
        less(vm, a, b).unwrap_or_else(|| {
            failed = true;
            false
        })
    };
    let mut buffer = Vec::with_capacity(at.len());
    merge_sort(&mut at, &mut buffer, &mut lt);
    if failed { None } else { Some((at, compares)) }
}

fn merge_sort(at: &mut [u32], buffer: &mut Vec<u32>, lt: &mut impl FnMut(u32, u32) -> bool) {
    let n = at.len();
    let run = count_run(at, lt);
    if run == n {
        return;
    }
    if n < 64 {
        insertion_sort(at, run, lt);
        return;
    }
    let (left, right) = at.split_at_mut(n / 2);
    merge_sort(left, buffer, lt);
    merge_sort(right, buffer, lt);
    let (Some(&last), Some(&first)) = (left.last(), right.first()) else { return };
    if !lt(first, last) {
        return;
    }
    buffer.clear();
    let (mut i, mut j) = (left.iter().peekable(), right.iter().peekable());
    loop {
        match (i.peek(), j.peek()) {
            (Some(&&x), Some(&&y)) => {
                if lt(y, x) {
                    buffer.push(y);
                    j.next();
                } else {
                    buffer.push(x);
                    i.next();
                }
            }
            (Some(&&x), None) => {
                buffer.push(x);
                i.next();
            }
            (None, Some(&&y)) => {
                buffer.push(y);
                j.next();
            }
            (None, None) => break,
        }
    }
    at.copy_from_slice(buffer);
}

/// Length of the run at the start, turned ascending.
fn count_run(at: &mut [u32], lt: &mut impl FnMut(u32, u32) -> bool) -> usize {
    let n = at.len();
    if n < 2 {
        return n;
    }
    let mut run = 2;
    if lt(at[1], at[0]) {
        while run < n && lt(at[run], at[run - 1]) {
            run += 1;
        }
        at[..run].reverse();
    } else {
        while run < n && !lt(at[run], at[run - 1]) {
            run += 1;
        }
    }
    run
}

fn insertion_sort(at: &mut [u32], sorted: usize, lt: &mut impl FnMut(u32, u32) -> bool) {
    for i in sorted..at.len() {
        let pivot = at[i];
        let (mut left, mut right) = (0, i);
        while left < right {
            let middle = left + (right - left) / 2;
            if lt(pivot, at[middle]) {
                right = middle;
            } else {
                left = middle + 1;
            }
        }
        at.copy_within(left..i, left + 1);
        at[left] = pivot;
    }
}
