//! `time`: sleeping and clocks. Clocks answer in nanoseconds; the float variants divide in `prelude/lib/time.py`.

use super::support::nanos_from_seconds;
use crate::cost::Cost;
use crate::exit::{ClockKind, Syscall};
use crate::native::{Args, Native, NativeDef, NativeResult, Table};
use crate::process::Process;

pub const TABLE: Table = Table {
    owner: "time",
    is_class: false,
    items: &[
        NativeDef::function("sleep", sleep, 1, 1),
        NativeDef::function("time_ns", time_ns, 0, 0).cost(Cost::BuiltinCall),
        NativeDef::function("monotonic_ns", monotonic_ns, 0, 0).cost(Cost::BuiltinCall),
        NativeDef::function("perf_counter_ns", monotonic_ns, 0, 0).cost(Cost::BuiltinCall),
        NativeDef::function("process_time_ns", process_time_ns, 0, 0).cost(Cost::BuiltinCall),
        NativeDef::function("thread_time_ns", thread_time_ns, 0, 0).cost(Cost::BuiltinCall),
    ],
};

fn sleep(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let nanos = nanos_from_seconds(p, args.get(0))?;
    match u64::try_from(nanos) {
        Ok(0) => Ok(Native::Syscall(Syscall::Yield)),
        Ok(nanos) => Ok(Native::Syscall(Syscall::Sleep { nanos })),
        Err(_) => Err(p.value_error("sleep length must be non-negative")),
    }
}

fn time_ns(_: &mut Process, _: &Args<'_>) -> NativeResult {
    Ok(Native::Syscall(Syscall::Clock { kind: ClockKind::Wall }))
}

fn monotonic_ns(_: &mut Process, _: &Args<'_>) -> NativeResult {
    Ok(Native::Syscall(Syscall::Clock { kind: ClockKind::Monotonic }))
}

fn process_time_ns(_: &mut Process, _: &Args<'_>) -> NativeResult {
    Ok(Native::Syscall(Syscall::Clock { kind: ClockKind::ProcessCpu }))
}

fn thread_time_ns(_: &mut Process, _: &Args<'_>) -> NativeResult {
    Ok(Native::Syscall(Syscall::Clock { kind: ClockKind::ThreadCpu }))
}
