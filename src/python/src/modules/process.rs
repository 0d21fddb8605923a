//! `_process`: other processes, pipes, shared memory and signals, as the host has them.

use std::sync::Arc;

use super::support::{call_prelude, int_arg, nanos_from_seconds, number_arg, str_arg};
use super::thread::kind_arg;
use crate::exit::Syscall;
use crate::native::{Args, MANY, Native, NativeDef, NativeResult, Res, Table};
use crate::object::Object;
use crate::process::Process;
use crate::process_call::{ProcessCall, Start};
use crate::value::Value;

pub const TABLE: Table = Table {
    owner: "_process",
    is_class: false,
    items: &[
        NativeDef::function("_fork", fork, 3, 3).rare(),
        NativeDef::function("_spawn", spawn, 6, 6).rare(),
        NativeDef::function("_wait", wait, 2, 2).rare(),
        NativeDef::function("_kill", kill, 2, 2).rare(),
        NativeDef::function("_on_signal", on_signal, 2, 2).rare(),
        NativeDef::function("_take_signal", take_signal, 0, 0).rare(),
        NativeDef::function("_resume_wait", resume_wait, 1, 1).rare(),
        NativeDef::function("_name", name, 1, 1).rare(),
        NativeDef::function("_pipe", pipe, 1, 1).rare(),
        NativeDef::function("_name_pipe", name_pipe, 3, 3).rare(),
        NativeDef::function("_read", read, 2, 2).rare(),
        NativeDef::function("_write", write, 2, 2).rare(),
        NativeDef::function("_close", close, 1, 1).rare(),
        NativeDef::function("_duplicate", duplicate, 1, 1).rare(),
        NativeDef::function("_export", export, 1, 1).rare(),
        NativeDef::function("_import", import, 1, 2).rare(),
        NativeDef::function("_poll", poll, 2, 2).rare(),
        NativeDef::function("_new_shared", new_shared, 4, 4).rare(),
        NativeDef::function("_permits", permits, 1, 1).rare(),
        NativeDef::function("_acquire", acquire, 3, 3).rare(),
        NativeDef::function("_release", release, 1, 1).rare(),
        NativeDef::function("_count", count, 1, 1).rare(),
        NativeDef::function("_level", level, 2, 2).rare(),
        NativeDef::function("_object_name", object_name, 2, 2).rare(),
        NativeDef::function("_new_region", new_region, 2, 2).rare(),
        NativeDef::function("_open_region", open_region, 1, 1).rare(),
        NativeDef::function("_unlink", unlink, 1, 1).rare(),
        NativeDef::function("_load", load, 3, 3).rare(),
        NativeDef::function("_store", store, 3, 3).rare(),
        NativeDef::function("_level_by", level_by, 2, 2).rare(),
        NativeDef::function("_frame_limit", frame_limit, 0, 0).rare(),
        NativeDef::function("_in_order", in_order, 0, 0).rare(),
        NativeDef::function("_start_method", start_method, 0, 0).rare(),
        NativeDef::function("_import_main", import_main, 0, 0).rare(),
        NativeDef::function("_traceback_text", traceback_text, 1, 1).rare(),
        NativeDef::function("_uncaught", uncaught, 1, 1).rare(),
        NativeDef::function("_note", note, 1, 1).rare(),
        NativeDef::function("_modules", modules, 0, 0).rare(),
        NativeDef::function("_name_of", name_of, 1, 1),
        NativeDef::function("_heap_bytes", heap_bytes, 0, MANY).rare(),
    ],
};

fn call(call: ProcessCall) -> NativeResult {
    Ok(Native::Syscall(Syscall::Process(call)))
}

fn text(p: &Process, value: Value) -> Option<String> {
    p.str(value).map(str::to_owned)
}

fn truth(value: Value) -> bool {
    matches!(value, Value::Bool(true))
}

fn fd_arg(p: &mut Process, value: Value) -> Res<u32> {
    let number = int_arg(p, value)?;
    u32::try_from(number).map_err(|_| {
        let message = p.new_str("Bad file descriptor");
        p.raise_with(crate::classes::OS_ERROR, &[Value::Int(9), message])
    })
}

fn optional_fd(p: &mut Process, value: Value) -> Res<Option<u32>> {
    if matches!(value, Value::None) { Ok(None) } else { fd_arg(p, value).map(Some) }
}

fn fds_arg(p: &mut Process, value: Value) -> Res<Vec<u32>> {
    let items = p.items_slice(value).unwrap_or_default().to_vec();
    items.into_iter().map(|item| fd_arg(p, item)).collect()
}

/// `_fork(name, daemon, sentinel)`
fn fork(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let name = text(p, args.get(0)).unwrap_or_default();
    let sentinel = optional_fd(p, args.get(2))?;
    call(ProcessCall::Fork { name, daemon: truth(args.get(1)), sentinel })
}

/// `_spawn(name, daemon, keep, argument, forkserver, sentinel)`
fn spawn(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let name = text(p, args.get(0)).unwrap_or_default();
    let keep = fds_arg(p, args.get(2))?;
    let argument = int_arg(p, args.get(3))?;
    let start = if truth(args.get(4)) { Start::Forkserver } else { Start::Spawn };
    let sentinel = optional_fd(p, args.get(5))?;
    call(ProcessCall::Spawn { name, daemon: truth(args.get(1)), keep, argument, start, sentinel })
}

/// `_wait(pid, block)`: `pid` None for any child.
fn wait(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let child = match args.get(0) {
        Value::None => None,
        value => Some(number_arg(p, value)?),
    };
    call(ProcessCall::Wait { child, block: truth(args.get(1)) })
}

fn signal_arg(p: &mut Process, value: Value) -> Res<u8> {
    let number = int_arg(p, value)?;
    match u8::try_from(number) {
        Ok(signal) if signal < 65 => Ok(signal),
        _ => {
            let message = p.new_str("Invalid argument");
            Err(p.raise_with(crate::classes::OS_ERROR, &[Value::Int(22), message]))
        }
    }
}

fn kill(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let number = number_arg(p, args.get(0))?;
    let signal = signal_arg(p, args.get(1))?;
    call(ProcessCall::Kill { number, signal })
}

/// `_on_signal(signal, handled)`: None for the default, True for a function of the program, False to ignore it.
fn on_signal(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let signal = signal_arg(p, args.get(0))?;
    let handled = match args.get(1) {
        Value::Bool(handled) => Some(handled),
        _ => None,
    };
    call(ProcessCall::OnSignal { signal, handled })
}

fn take_signal(_: &mut Process, _: &Args<'_>) -> NativeResult {
    call(ProcessCall::TakeSignal)
}

fn resume_wait(_: &mut Process, args: &Args<'_>) -> NativeResult {
    call(ProcessCall::ResumeWait { again: truth(args.get(0)) })
}

fn name(p: &mut Process, args: &Args<'_>) -> NativeResult {
    call(ProcessCall::Name { name: text(p, args.get(0)).unwrap_or_default() })
}

fn pipe(_: &mut Process, args: &Args<'_>) -> NativeResult {
    call(ProcessCall::Pipe { both_ways: truth(args.get(0)) })
}

fn optional_number(p: &mut Process, value: Value) -> Res<Option<u64>> {
    if matches!(value, Value::None) { Ok(None) } else { number_arg(p, value).map(Some) }
}

fn name_pipe(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let fd = fd_arg(p, args.get(0))?;
    let of = optional_number(p, args.get(2))?;
    call(ProcessCall::NamePipe { fd, name: text(p, args.get(1)), of })
}

fn read(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let fd = fd_arg(p, args.get(0))?;
    let most = number_arg(p, args.get(1))?;
    call(ProcessCall::Read { fd, most })
}

/// The bytes of a bytes-like object, shared where they are bytes already.
fn bytes_arg(p: &mut Process, value: Value) -> Res<Arc<[u8]>> {
    match p.object(value) {
        Some(Object::Bytes(bytes)) => Ok(Arc::clone(bytes)),
        _ => match p.bytes(value) {
            Some(bytes) => Ok(Arc::from(bytes)),
            None => {
                let message = format!("a bytes-like object is required, not '{}'", p.type_name(value));
                Err(p.type_error(&message))
            }
        },
    }
}

fn write(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let fd = fd_arg(p, args.get(0))?;
    let data = bytes_arg(p, args.get(1))?;
    call(ProcessCall::Write { fd, data })
}

fn close(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let fd = fd_arg(p, args.get(0))?;
    call(ProcessCall::Close { fd })
}

fn duplicate(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let fd = fd_arg(p, args.get(0))?;
    call(ProcessCall::Duplicate { fd })
}

fn export(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let fd = fd_arg(p, args.get(0))?;
    call(ProcessCall::Export { fd })
}

fn import(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let ticket = number_arg(p, args.get(0))?;
    call(ProcessCall::Import { ticket, keep: truth(args.get(1)) })
}

/// Seconds, or None to wait for ever.
fn timeout_arg(p: &mut Process, value: Value) -> Res<Option<u64>> {
    match value {
        Value::None => Ok(None),
        value => Ok(Some(nanos_from_seconds(p, value)?.max(0) as u64)),
    }
}

/// `_poll(fds, timeout)`
fn poll(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let fds = fds_arg(p, args.get(0))?;
    let timeout_nanos = timeout_arg(p, args.get(1))?;
    call(ProcessCall::Poll { fds, timeout_nanos })
}

/// `_new_shared(kind, name, of, permits)`
fn new_shared(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let kind = kind_arg(p, args.get(0))?;
    let of = optional_number(p, args.get(2))?;
    let permits = optional_number(p, args.get(3))?.map(|n| u32::try_from(n).unwrap_or(u32::MAX));
    call(ProcessCall::NewShared { kind, name: text(p, args.get(1)), of, permits })
}

fn permits(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let object = number_arg(p, args.get(0))?;
    call(ProcessCall::Permits { object })
}

/// `_acquire(number, blocking, timeout)`
fn acquire(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let lock = number_arg(p, args.get(0))?;
    let timeout_nanos = timeout_arg(p, args.get(2))?;
    Ok(Native::Syscall(Syscall::LockAcquire { lock, blocking: truth(args.get(1)), timeout_nanos, name: None }))
}

fn release(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let lock = number_arg(p, args.get(0))?;
    Ok(Native::Syscall(Syscall::LockRelease { lock }))
}

fn count(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let lock = number_arg(p, args.get(0))?;
    Ok(Native::Syscall(Syscall::LockCount { lock }))
}

fn level(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let object = number_arg(p, args.get(0))?;
    let level = int_arg(p, args.get(1))?;
    Ok(Native::Syscall(Syscall::ObjectLevel { object, level }))
}

fn object_name(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let object = number_arg(p, args.get(0))?;
    let name = text(p, args.get(1)).unwrap_or_default();
    Ok(Native::Syscall(Syscall::ObjectName { object, name }))
}

/// `_new_region(name, bytes)`
fn new_region(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let bytes = number_arg(p, args.get(1))?;
    call(ProcessCall::NewRegion { name: text(p, args.get(0)), bytes })
}

fn open_region(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let name = str_arg(p, args.get(0), "name")?;
    call(ProcessCall::OpenRegion { name })
}

/// `_level_by(number, by)`
fn level_by(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let object = number_arg(p, args.get(0))?;
    let by = i32::try_from(int_arg(p, args.get(1))?).unwrap_or(0);
    call(ProcessCall::LevelBy { object, by })
}

/// `_frame_limit()`: bytes of the longest message, 0 if there is no limit.
fn frame_limit(p: &mut Process, _: &Args<'_>) -> NativeResult {
    Ok(Value::Int(i64::try_from(p.config.limits.frame_bytes).unwrap_or(i64::MAX)).into())
}

fn in_order(_: &mut Process, _: &Args<'_>) -> NativeResult {
    call(ProcessCall::InOrder)
}

fn unlink(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let name = str_arg(p, args.get(0), "name")?;
    call(ProcessCall::Unlink { name })
}

/// `_load(region, at, bytes)`
fn load(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let region = number_arg(p, args.get(0))? as u32;
    let (at, bytes) = (number_arg(p, args.get(1))?, number_arg(p, args.get(2))?);
    call(ProcessCall::Load { region, at, bytes })
}

/// `_store(region, at, data)`
fn store(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let region = number_arg(p, args.get(0))? as u32;
    let at = number_arg(p, args.get(1))?;
    let data = bytes_arg(p, args.get(2))?;
    call(ProcessCall::Store { region, at, data })
}

fn start_method(_: &mut Process, _: &Args<'_>) -> NativeResult {
    call(ProcessCall::StartMethod)
}

/// Runs the program's main module again, under the name it has in a process that was started from nothing.
fn import_main(p: &mut Process, _: &Args<'_>) -> NativeResult {
    call_prelude(p, "_import_main", &[])
}

fn traceback_text(p: &mut Process, args: &Args<'_>) -> NativeResult {
    call_prelude(p, "_traceback_text", &[args.get(0)])
}

fn uncaught(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let text = text(p, args.get(0)).unwrap_or_default();
    Ok(Native::Syscall(Syscall::Uncaught { text }))
}

fn note(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let text = text(p, args.get(0)).unwrap_or_default();
    Ok(Native::Syscall(Syscall::Note { text }))
}

fn modules(p: &mut Process, _: &Args<'_>) -> NativeResult {
    Ok(Value::Obj(p.modules).into())
}

fn name_of(p: &mut Process, args: &Args<'_>) -> NativeResult {
    match super::naming::name_of(p, args.get(0)) {
        Some(name) => Ok(p.new_string(name).into()),
        None => Ok(Value::None.into()),
    }
}

fn heap_bytes(p: &mut Process, _: &Args<'_>) -> NativeResult {
    Ok(Value::Int(p.heap_bytes() as i64).into())
}
