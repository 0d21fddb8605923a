//! `_net`: waiting for the simulated network, and the remark that it is one. The rest is Python (`prelude/lib/_net.py`).

use super::support::{int_arg, str_arg};
use crate::exit::Syscall;
use crate::native::{Args, Native, NativeDef, NativeResult, Table};
use crate::process::Process;

pub const TABLE: Table = Table {
    owner: "_net",
    is_class: false,
    items: &[NativeDef::function("_wait", wait, 2, 2), NativeDef::function("_note", note, 1, 1)],
};

/// `_wait(nanos, what)`: nobody needs a core or the GIL meanwhile; `what` is for the reader ("GET /delay/1").
fn wait(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let nanos = int_arg(p, args.get(0))?.max(0).unsigned_abs();
    let what = str_arg(p, args.get(1), "what")?;
    Ok(Native::Syscall(Syscall::Io { nanos, what }))
}

/// `_note(text)`: a remark in the trace.
fn note(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let text = str_arg(p, args.get(0), "text")?;
    Ok(Native::Syscall(Syscall::Note { text }))
}
