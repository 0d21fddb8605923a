//! What the guest says of its tasks, in the kernel's words.

use interleave_kernel::ObjectId;
use interleave_kernel::tasks::{Awaited, Fact, Observed, TaskEnd};
use interleave_python::exit;
use interleave_trace::LockAction;

use crate::guest::TaskFact;

/// Facts of a run that began `used_picos` into a turn at `at_nanos`. `clock_nanos`: what the guest's monotonic clock showed
/// when the trace began.
pub(crate) fn observed(
    facts: Vec<TaskFact>,
    at_nanos: u64,
    used_picos: u64,
    clock_nanos: u64,
) -> impl Iterator<Item = Observed> {
    facts.into_iter().filter_map(move |f| {
        let at_nanos = at_nanos + (used_picos + f.at_picos) / super::machine::PICOS;
        Some(Observed { at_nanos, range: f.range, fact: translate(f.fact, clock_nanos)? })
    })
}

fn translate(fact: exit::TaskFact, clock_nanos: u64) -> Option<Fact> {
    let object = |number: u64| u32::try_from(number).ok().map(ObjectId);
    Some(match fact {
        exit::TaskFact::New { task, name } => Fact::New { task, name },
        exit::TaskFact::Name { task, name } => Fact::Name { task, name },
        exit::TaskFact::Step { task } => Fact::Step { task },
        exit::TaskFact::Leave { task, wait } => Fact::Leave {
            task,
            wait: match wait {
                exit::TaskWait::Turn => Awaited::Turn,
                exit::TaskWait::Until { nanos } => Awaited::Until { nanos: nanos.saturating_sub(clock_nanos) },
                exit::TaskWait::Object { object: number } => Awaited::Object(object(number)?),
                exit::TaskWait::Task { task } => Awaited::Task(task),
                exit::TaskWait::Io { what } => Awaited::Io { what },
            },
        },
        exit::TaskFact::Chain { task, chain } => Fact::Chain { task, chain },
        exit::TaskFact::Ready { task } => Fact::Ready { task },
        exit::TaskFact::Done { task, how } => Fact::Done {
            task,
            how: match how {
                exit::TaskEnd::Returned => TaskEnd::Returned,
                exit::TaskEnd::Raised(text) => TaskEnd::Raised(text),
                exit::TaskEnd::Cancelled => TaskEnd::Cancelled,
            },
        },
        exit::TaskFact::Lock { object: number, action } => Fact::Lock {
            object: object(number)?,
            action: match action {
                exit::TaskLock::Acquire => LockAction::Acquire,
                exit::TaskLock::Release => LockAction::Release,
                exit::TaskLock::Level(level) => LockAction::Level(level),
            },
        },
        exit::TaskFact::Turn { object: number, ready, timers } => Fact::Turn { object: object(number)?, ready, timers },
    })
}
