//! `os`: what the simulated machine tells about itself.

use super::support::int_arg;
use crate::classes;
use crate::cost::Cost;
use crate::exit::Syscall;
use crate::native::{Args, Native, NativeDef, NativeResult, Table};
use crate::process::Process;
use crate::value::Value;

/// Purpose of `Process::counters`: how many blocks of `urandom` were given out.
const COUNTER_URANDOM: usize = 5;

pub const TABLE: Table = Table {
    owner: "os",
    is_class: false,
    items: &[
        NativeDef::function("getpid", getpid, 0, 0),
        NativeDef::function("getppid", getppid, 0, 0),
        NativeDef::function("cpu_count", cpu_count, 0, 0),
        NativeDef::function("sched_yield", sched_yield, 0, 0),
        NativeDef::function("_priority", priority, 1, 2),
        NativeDef::function("urandom", urandom, 1, 1),
        NativeDef::function("_exit", exit, 1, 1).names(&["status"]),
    ],
};

fn getpid(_: &mut Process, _: &Args<'_>) -> NativeResult {
    Ok(Native::Syscall(Syscall::GetPid))
}

fn getppid(_: &mut Process, _: &Args<'_>) -> NativeResult {
    Ok(Native::Syscall(Syscall::GetParentPid))
}

fn cpu_count(_: &mut Process, _: &Args<'_>) -> NativeResult {
    Ok(Native::Syscall(Syscall::CpuCount))
}

fn sched_yield(_: &mut Process, _: &Args<'_>) -> NativeResult {
    Ok(Native::Syscall(Syscall::Yield))
}

/// The nice value of a thread by its native id (0: the caller), set first where one is given.
fn priority(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let native_id = int_arg(p, args.get(0))?.unsigned_abs();
    let nice = match args.get(1) {
        Value::Unset => None,
        value => Some(int_arg(p, value)?.clamp(-20, 19) as i8),
    };
    Ok(Native::Syscall(Syscall::Priority { native_id, nice }))
}

/// Bytes of SplitMix64 from the run's seed: nothing here is random, so that every run can be repeated.
fn urandom(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let size = int_arg(p, args.get(0))?;
    let Ok(size) = usize::try_from(size) else {
        return Err(p.value_error("negative argument not allowed"));
    };
    p.check_room(size)?;
    let mut bytes = Vec::with_capacity(size);
    while bytes.len() < size {
        let block = p.counters.get_mut(COUNTER_URANDOM).map_or(0, |n| {
            *n += 1;
            *n
        });
        let mut z = p.config.seed.wrapping_add(block.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bytes.extend_from_slice(&(z ^ (z >> 31)).to_le_bytes());
    }
    bytes.truncate(size);
    Ok(p.new_bytes(&bytes).into())
}

/// Ends the process at once: no waiting, no clean-up.
fn exit(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let status = int_arg(p, args.get(0))?;
    // What it has for itself is given back before its parent learns of its end.
    p.charge(Cost::ForkEnd);
    match i32::try_from(status) {
        Ok(status) => Ok(Native::Syscall(Syscall::ExitProcess { status: status & 0xff })),
        Err(_) => Err(p.raise(classes::OVERFLOW_ERROR, "Python int too large to convert to C int")),
    }
}
