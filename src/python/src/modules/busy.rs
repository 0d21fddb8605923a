//! `interleave`: what a program may ask that no CPython has.

use super::support::nanos_from_seconds;
use crate::exit::Syscall;
use crate::native::{Args, Native, NativeDef, NativeResult, Table};
use crate::process::Process;

/// `busy` takes milliseconds.
const MILLIS_PER_SECOND: i64 = 1000;

pub const TABLE: Table =
    Table { owner: "interleave", is_class: false, items: &[NativeDef::function("busy", busy, 1, 1).names(&["ms"])] };

/// `busy(ms)`: keeps the processor busy for so many milliseconds without the GIL, as a C extension does that releases it.
/// Simulated, it is a native call of that length; live, the processor really is busy.
fn busy(p: &mut Process, args: &Args<'_>) -> NativeResult {
    let nanos = nanos_from_seconds(p, args.get(0))? / MILLIS_PER_SECOND;
    match u64::try_from(nanos) {
        Ok(nanos) => Ok(Native::Syscall(Syscall::Compute { nanos })),
        Err(_) => Err(p.value_error("ms must be non-negative")),
    }
}
