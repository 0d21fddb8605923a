//! `_thread`: locks and threads of the host, and the two classes of lock objects.
//!
//! A lock object is only a number; whether it is held, and by whom, is known to the host alone.

use super::naming;
use super::support::{call_library, call_prelude, int_arg, nanos_from_seconds, number_arg};
use crate::classes;
use crate::cost::Cost;
use crate::exit::{SyncKind, Syscall, ThreadId};
use crate::native::{Args, Native, NativeDef, NativeResult, Res, Special, Table, Then};
use crate::object::{Host, HostKind, Object};
use crate::process::Process;
use crate::value::Value;

/// Purposes of `Process::counters`.
const COUNTER_THREAD_NAMES: usize = 6;
const COUNTER_RAW_THREADS: usize = 4;

const LOCK_METHODS: &[NativeDef] = &[
    NativeDef::method("acquire", acquire, 0, 2).names(&["", "blocking", "timeout"]).cost(Cost::JumpBack),
    NativeDef::method("acquire_lock", acquire, 0, 2).names(&["", "blocking", "timeout"]).cost(Cost::JumpBack),
    NativeDef::method("release", release, 0, 0).cost(Cost::JumpBack),
    NativeDef::method("release_lock", release, 0, 0).cost(Cost::JumpBack),
    NativeDef::method("locked", locked, 0, 0),
    NativeDef::method("locked_lock", locked, 0, 0),
    NativeDef::method("__enter__", enter, 0, 0).cost(Cost::JumpBack),
    NativeDef::method("__exit__", exit, 3, 3).cost(Cost::JumpBack),
    NativeDef::method("__repr__", repr, 0, 0),
    NativeDef::method("_count", count, 0, 0),
];

const RLOCK_METHODS: &[NativeDef] = &[
    NativeDef::method("acquire", acquire, 0, 2).names(&["", "blocking", "timeout"]).cost(Cost::JumpBack),
    NativeDef::method("release", release, 0, 0).cost(Cost::JumpBack),
    NativeDef::method("__enter__", enter, 0, 0).cost(Cost::JumpBack),
    NativeDef::method("__exit__", exit, 3, 3).cost(Cost::JumpBack),
    NativeDef::method("__repr__", rlock_repr, 0, 0),
    NativeDef::method("_count", count, 0, 0),
    NativeDef::method("_recursion_count", count, 0, 0),
    NativeDef::method("_is_owned", locked, 0, 0),
    NativeDef::method("_release_save", release_save, 0, 0),
    NativeDef::method("_acquire_restore", acquire_restore, 1, 1),
];

pub const TABLES: &[Table] = &[
    Table { owner: "lock", is_class: true, items: LOCK_METHODS },
    Table { owner: "RLock", is_class: true, items: RLOCK_METHODS },
    Table {
        owner: "_thread",
        is_class: false,
        items: &[
            NativeDef::function("_lock_type", lock_type, 0, 0),
            NativeDef::function("allocate_lock", allocate_lock, 0, 0).cost(Cost::JumpBack),
            NativeDef::function("_lock_new", lock_new, 3, 3),
            NativeDef::function("_lock_object", lock_object, 3, 3),
            NativeDef::function("_lock_number", lock_number, 1, 1),
            NativeDef::function("_object_new", object_new, 2, 2),
            NativeDef::function("_object_level", object_level, 2, 2),
            NativeDef::function("_object_name", object_name, 2, 2),
            NativeDef::function("_name_of", name_of, 1, 1),
            NativeDef::function("_current", current, 0, 0),
            NativeDef::function("_next_thread", next_thread, 0, 0),
            NativeDef::function("_count_thread", count_thread, 0, 0),
            NativeDef::function("_count_raw", count_raw, 0, 0),
            NativeDef::function("_count", count_threads, 0, 0),
            NativeDef::function("_charge", charge, 1, 1).cost(Cost::JumpBack),
            NativeDef::function("_start", start, 4, 4),
            NativeDef::function("_join", join, 2, 2),
            NativeDef::function("_set_name", set_name, 2, 2),
            NativeDef::function("get_native_id", native_id, 0, 0),
            NativeDef::function("_uncaught", uncaught, 1, 1),
            NativeDef::function("_traceback_text", traceback_text, 1, 1),
            NativeDef::function("_write", write, 2, 2),
            NativeDef::function("_modules", modules, 0, 0),
        ],
    },
    Table {
        owner: "_native",
        is_class: false,
        items: &[
            NativeDef::function("_uncaught", uncaught, 1, 1),
            NativeDef::function("_write", write, 2, 2),
            NativeDef::function("_modules", modules, 0, 0),
            NativeDef::function("_exit_process", exit_process, 1, 1),
            NativeDef::function("_lock_new", lock_new, 3, 3),
            NativeDef::function("_lock_object", lock_object, 3, 3),
        ],
    },
];

// -- lock objects

fn host_of(p: &mut Process, receiver: Value) -> Res<(HostKind, u64)> {
    match p.object(receiver) {
        Some(Object::Host(host)) => Ok((host.kind, host.id)),
        _ => {
            let message = format!("'{}' object is not a lock", p.type_name(receiver));
            Err(p.type_error(&message))
        }
    }
}

/// `acquire(blocking=True, timeout=-1)`: the checks of `lock_acquire_parse_args` in CPython's `_threadmodule.c`.
fn acquire(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let (_, lock) = host_of(p, args.get(0))?;
    let blocking = match args.get(1) {
        Value::Unset => true,
        value => int_arg(p, value)? != 0,
    };
    let timeout_nanos = match args.get(2) {
        Value::Unset => None,
        value => match nanos_from_seconds(p, value)? {
            // The default, also when it is given.
            -1_000_000_000 => None,
            nanos if !blocking => {
                let _ = nanos;
                return Err(p.value_error("can't specify a timeout for a non-blocking call"));
            }
            nanos => match u64::try_from(nanos) {
                Ok(nanos) => Some(nanos),
                Err(_) => return Err(p.value_error("timeout value must be positive")),
            },
        },
    };
    let name = first_name(p, args.get(0));
    charge_half(p);
    Ok(Native::Syscall(Syscall::LockAcquire { lock, blocking, timeout_nanos, name }))
}

fn enter(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let (_, lock) = host_of(p, args.get(0))?;
    let name = first_name(p, args.get(0));
    charge_half(p);
    Ok(Native::Syscall(Syscall::LockAcquire { lock, blocking: true, timeout_nanos: None, name }))
}

/// What the program calls a lock, at its first use; None afterwards and where nobody knows.
fn first_name(p: &mut Process, lock: Value) -> Option<String> {
    let Value::Obj(r) = lock else { return None };
    match p.heap.get_mut(r) {
        Object::Host(host) if !host.named => host.named = true,
        _ => return None,
    }
    naming::name_of(p, lock)
}

/// An acquisition and a release were measured as a pair.
fn charge_half(p: &mut Process) {
    p.spent += p.costs.of(Cost::LockAcquireRelease) / 2;
}

fn release(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let (_, lock) = host_of(p, args.get(0))?;
    charge_half(p);
    Ok(Native::Syscall(Syscall::LockRelease { lock }))
}

fn exit(p: &mut Process, args: &Args<'_>) -> NativeResult {
    release(p, args)
}

fn count(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let (_, lock) = host_of(p, args.get(0))?;
    Ok(Native::Syscall(Syscall::LockCount { lock }))
}

/// The count as a bool: locked for a lock, owned by this thread for an RLock.
fn locked(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let (kind, _) = host_of(p, args.get(0))?;
    let class = match kind {
        HostKind::Lock => classes::LOCK,
        HostKind::RLock => classes::RLOCK,
    };
    let count = match p.heap.get(class) {
        Object::Class(class) => p.dict_get_str(class.dict, "_count"),
        _ => None,
    };
    match count {
        Some(func) => Ok(Native::call_then(func, &[args.get(0)], Then::Truth)),
        None => Ok(Value::Bool(false).into()),
    }
}

fn repr(p: &mut Process, args: &Args<'_>) -> NativeResult {
    call_library(p, "_thread", "_lock_repr", &[args.get(0)])
}

fn rlock_repr(p: &mut Process, args: &Args<'_>) -> NativeResult {
    call_library(p, "_thread", "_rlock_repr", &[args.get(0)])
}

fn release_save(p: &mut Process, args: &Args<'_>) -> NativeResult {
    call_library(p, "_thread", "_release_save", &[args.get(0)])
}

fn acquire_restore(p: &mut Process, args: &Args<'_>) -> NativeResult {
    call_library(p, "_thread", "_acquire_restore", &[args.get(0), args.get(1)])
}

fn lock_type(_: &mut Process, _: &Args<'_>) -> NativeResult {
    Ok(Value::Obj(classes::LOCK).into())
}

// -- making locks and objects

/// A built-in function, which a class does not bind as its method: `lock_class = threading.Lock` in a class body works.
fn allocate_lock(p: &mut Process, _: &Args<'_>) -> NativeResult {
    Ok(Native::call(p.prelude("_allocate_lock"), &[]))
}

pub(super) fn kind_arg(p: &mut Process, value: Value) -> Res<SyncKind> {
    Ok(match p.str(value) {
        Some("Lock") => SyncKind::Lock,
        Some("RLock") => SyncKind::RLock,
        Some("Condition") => SyncKind::Condition,
        Some("Event") => SyncKind::Event,
        Some("Semaphore") => SyncKind::Semaphore,
        Some("Barrier") => SyncKind::Barrier,
        Some("Queue") => SyncKind::Queue,
        Some("Future") => SyncKind::Future,
        Some("Loop") => SyncKind::Loop,
        Some("Pool") => SyncKind::Pool,
        _ => return Err(p.value_error("no such kind of lock")),
    })
}

fn optional_name(p: &Process, value: Value) -> Option<String> {
    p.str(value).map(str::to_owned)
}

/// `_lock_new(kind, name, of)`: the number of a new lock.
fn lock_new(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let kind = kind_arg(p, args.get(0))?;
    let name = optional_name(p, args.get(1));
    let of = match args.get(2) {
        Value::None => None,
        value => Some(number_arg(p, value)?),
    };
    Ok(Native::Syscall(Syscall::LockNew { kind, name, of }))
}

/// `_lock_object(number, reentrant, named)`: the Python object of a lock. `named`: nobody need look for its name.
fn lock_object(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let id = number_arg(p, args.get(0))?;
    let kind = if matches!(args.get(1), Value::Bool(true)) { HostKind::RLock } else { HostKind::Lock };
    let named = matches!(args.get(2), Value::Bool(true));
    Ok(p.alloc(Object::Host(Box::new(Host { kind, id, named }))).into())
}

/// The host's number of a lock; from now on it counts as named.
fn lock_number(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let (_, id) = host_of(p, args.get(0))?;
    if let Value::Obj(r) = args.get(0)
        && let Object::Host(host) = p.heap.get_mut(r)
    {
        host.named = true;
    }
    Ok(Value::Int(id as i64).into())
}

fn object_new(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let kind = kind_arg(p, args.get(0))?;
    let name = optional_name(p, args.get(1));
    Ok(Native::Syscall(Syscall::ObjectNew { kind, name }))
}

fn object_level(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let object = number_arg(p, args.get(0))?;
    let level = int_arg(p, args.get(1))?;
    Ok(Native::Syscall(Syscall::ObjectLevel { object, level }))
}

fn object_name(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let object = number_arg(p, args.get(0))?;
    let name = optional_name(p, args.get(1)).unwrap_or_default();
    Ok(Native::Syscall(Syscall::ObjectName { object, name }))
}

/// What the program calls this object, or None. Free of charge: it is for the viewer.
fn name_of(p: &mut Process, args: &Args<'_>) -> NativeResult {
    match naming::name_of(p, args.get(0)) {
        Some(name) => Ok(p.new_string(name).into()),
        None => Ok(Value::None.into()),
    }
}

// -- threads

fn current(_: &mut Process, _: &Args<'_>) -> NativeResult {
    Ok(Native::Special(Special::CurrentThread))
}

/// The number the next thread will get.
fn next_thread(p: &mut Process, _: &Args<'_>) -> NativeResult {
    Ok(Value::Int(p.threads.len() as i64).into())
}

fn next_of(p: &mut Process, counter: usize) -> NativeResult {
    let next = p.counters.get_mut(counter).map_or(0, |n| {
        *n += 1;
        *n
    });
    Ok(Value::Int(next as i64).into())
}

fn count_thread(p: &mut Process, _: &Args<'_>) -> NativeResult {
    next_of(p, COUNTER_THREAD_NAMES)
}

fn count_raw(p: &mut Process, _: &Args<'_>) -> NativeResult {
    next_of(p, COUNTER_RAW_THREADS)
}

/// `_charge(calls)`: what CPython's library does at this place beyond ours, in calls of an empty function. The figures in
/// the library are the differences measured against CPython 3.11.7, on one core, with the profile of the same machine.
fn charge(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let calls = int_arg(p, args.get(0))?;
    p.charge_n(Cost::CallFunction, usize::try_from(calls).unwrap_or(0).min(1_000_000));
    Ok(Value::None.into())
}

/// How many threads there are beside the main one.
fn count_threads(p: &mut Process, _: &Args<'_>) -> NativeResult {
    let others = p.threads.iter().skip(1).flatten().count();
    // The one that runs is out of the table.
    Ok(Value::Int((others + usize::from(p.current != 0)) as i64).into())
}

/// `_start(func, args, name, daemon)`: the native id of the new thread.
fn start(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let name = optional_name(p, args.get(2)).unwrap_or_default();
    let daemon = matches!(args.get(3), Value::Bool(true));
    let thread_args = p.items_slice(args.get(1)).unwrap_or_default().to_vec();
    Ok(Native::Special(Special::StartThread { func: args.get(0), args: thread_args, name, daemon }))
}

fn thread_arg(p: &mut Process, value: Value) -> Res<ThreadId> {
    let number = int_arg(p, value)?;
    u32::try_from(number).map(ThreadId).map_err(|_| p.value_error("no such thread"))
}

/// `_join(thread, timeout)`: whether it has ended. `timeout` in seconds, or None.
fn join(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let thread = thread_arg(p, args.get(0))?;
    let timeout_nanos = match args.get(1) {
        Value::None => None,
        value => Some(nanos_from_seconds(p, value)?.max(0) as u64),
    };
    Ok(Native::Syscall(Syscall::ThreadJoin { thread, timeout_nanos }))
}

fn set_name(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let thread = thread_arg(p, args.get(0))?;
    let name = optional_name(p, args.get(1)).unwrap_or_default();
    Ok(Native::Syscall(Syscall::ThreadName { thread, name }))
}

fn native_id(_: &mut Process, _: &Args<'_>) -> NativeResult {
    Ok(Native::Syscall(Syscall::NativeThreadId))
}

// -- the end of threads and of the process

fn uncaught(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let text = optional_name(p, args.get(0)).unwrap_or_default();
    Ok(Native::Syscall(Syscall::Uncaught { text }))
}

fn traceback_text(p: &mut Process, args: &Args<'_>) -> NativeResult {
    call_prelude(p, "_traceback_text", &[args.get(0)])
}

fn write(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let fd = int_arg(p, args.get(0))?;
    let text = optional_name(p, args.get(1)).unwrap_or_default();
    p.charge_n(Cost::PrintByte, text.len());
    Ok(Native::Syscall(Syscall::Write { fd: if fd == 2 { 2 } else { 1 }, text }))
}

fn modules(p: &mut Process, _: &Args<'_>) -> NativeResult {
    Ok(Value::Obj(p.modules).into())
}

fn exit_process(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let status = int_arg(p, args.get(0))?;
    Ok(Native::Syscall(Syscall::ExitProcess { status: status as i32 }))
}
