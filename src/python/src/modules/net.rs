//! `_net`: waiting for the simulated network, and the remark that it is one; live, real requests to the page's own origin. The rest is
//! Python (`prelude/lib/_net.py`).

use super::support::{int_arg, str_arg};
use crate::exit::Syscall;
use crate::native::{Args, Native, NativeDef, NativeResult, Table};
use crate::process::Process;
use crate::process_call::ProcessCall;
use crate::value::Value;

pub const TABLE: Table = Table {
    owner: "_net",
    is_class: false,
    items: &[
        NativeDef::function("_wait", wait, 2, 2),
        NativeDef::function("_note", note, 1, 1),
        NativeDef::function("_origin", origin, 0, 0).rare(),
        NativeDef::function("_fetch", fetch, 5, 5).rare(),
    ],
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

/// `_origin()`: scheme, host and port of the page that runs the program live; None in a simulated run.
fn origin(p: &mut Process, _: &Args<'_>) -> NativeResult {
    #[cfg(feature = "live")]
    if let Some(origin) = p.origin.clone() {
        return Ok(p.new_string(origin).into());
    }
    #[cfg(not(feature = "live"))]
    let _ = p;
    Ok(Value::None.into())
}

/// `_fetch(method, url, headers, body, milliseconds)`: status, reason, headers and body of a real reply; headers as lines, 0 for no limit.
fn fetch(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let millis = int_arg(p, args.get(4))?.max(0).unsigned_abs();
    let call = ProcessCall::Fetch {
        method: str_arg(p, args.get(0), "method")?,
        url: str_arg(p, args.get(1), "url")?,
        headers: str_arg(p, args.get(2), "headers")?,
        body: p.bytes(args.get(3)).unwrap_or_default().into(),
        timeout_nanos: (millis > 0).then(|| millis.saturating_mul(1_000_000)),
    };
    Ok(Native::Syscall(Syscall::Process(call)))
}
