//! Who decides where several choices are legal.
//!
//! The kernel names the candidates in its own order, the choice of Linux and CPython first, and records what was taken;
//! it holds no preference of its own. At most [`CANDIDATES`] are offered, so that a decision among ten thousand threads
//! costs as much as one among a few.

use core::fmt::Debug;

use interleave_trace::Decision;
use serde::{Deserialize, Serialize};

mod pct;
mod random;
mod replay;

pub use pct::Pct;
pub use random::Random;
pub use replay::Replay;

use crate::settings::PolicyChoice;
use crate::table::Tid;

/// How many candidates a policy sees at most: the first of the kernel's order.
pub const CANDIDATES: usize = 16;

/// What is being decided. The number is [`Decision::kind`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[repr(u8)]
pub enum QuestionKind {
    /// Which runnable thread gets a free core.
    Core = 0,
    /// Which waiter is signalled when the GIL is let go.
    Gil = 1,
    /// Which waiter is signalled when a lock is released.
    Lock = 2,
    /// Whether the running thread (the first candidate) goes on or makes room for another.
    Preempt = 3,
}

/// A choice among threads.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    pub at_nanos: u64,
    pub kind: QuestionKind,
    /// Never empty.
    pub candidates: &'a [Tid],
    /// Their tracks, in the same order: the names under which a schedule knows them.
    pub tracks: &'a [u32],
}

/// Decides. Implementations are values: a snapshot clones them.
pub trait Policy: Debug + Send {
    /// Which candidate; an index out of range counts as 0.
    fn choose(&mut self, question: &Question<'_>) -> usize;

    /// Whether this policy never interrupts a running thread of its own accord: the kernel then does not ask.
    fn is_passive(&self) -> bool {
        true
    }

    /// When, after `at_nanos`, the policy wants to be asked about preemption.
    fn next_preemption(&self, at_nanos: u64) -> Option<u64> {
        let _ = at_nanos;
        None
    }

    /// Asked whenever a thread is about to go on: `None` for no decision, else which candidate (0: the thread itself).
    fn preempt(&mut self, question: &Question<'_>) -> Option<usize> {
        let _ = question;
        None
    }

    /// Why the schedule being followed does not fit, once it does not.
    fn mismatch(&self) -> Option<&str> {
        None
    }

    fn boxed_clone(&self) -> Box<dyn Policy>;
}

/// What Linux and CPython would do: always the kernel's first candidate.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct First;

impl Policy for First {
    fn choose(&mut self, _: &Question<'_>) -> usize {
        0
    }

    fn boxed_clone(&self) -> Box<dyn Policy> {
        Box::new(self.clone())
    }
}

/// The kernel's policy: one of the bundled ones, which a saved snapshot carries, or the host's own.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum AnyPolicy {
    First(First),
    Random(Random),
    Pct(Pct),
    Replay(Replay),
    /// Not part of a saved snapshot.
    #[serde(skip)]
    Host(Box<dyn Policy>),
}

impl Clone for AnyPolicy {
    fn clone(&self) -> Self {
        match self {
            Self::First(policy) => Self::First(policy.clone()),
            Self::Random(policy) => Self::Random(policy.clone()),
            Self::Pct(policy) => Self::Pct(policy.clone()),
            Self::Replay(policy) => Self::Replay(policy.clone()),
            Self::Host(policy) => Self::Host(policy.boxed_clone()),
        }
    }
}

impl AnyPolicy {
    pub fn of(choice: &PolicyChoice, seed: u64) -> Self {
        match choice {
            PolicyChoice::Default => Self::First(First),
            PolicyChoice::Random { mean_quantum_nanos } => Self::Random(Random::new(seed, *mean_quantum_nanos)),
            PolicyChoice::Pct { depth, horizon_nanos } => Self::Pct(Pct::new(seed, *depth, *horizon_nanos)),
            PolicyChoice::Replay { schedule } => Self::Replay(Replay::new(schedule.clone())),
        }
    }

    pub fn get(&self) -> &dyn Policy {
        match self {
            Self::First(policy) => policy,
            Self::Random(policy) => policy,
            Self::Pct(policy) => policy,
            Self::Replay(policy) => policy,
            Self::Host(policy) => policy.as_ref(),
        }
    }

    pub fn get_mut(&mut self) -> &mut dyn Policy {
        match self {
            Self::First(policy) => policy,
            Self::Random(policy) => policy,
            Self::Pct(policy) => policy,
            Self::Replay(policy) => policy,
            Self::Host(policy) => policy.as_mut(),
        }
    }
}

/// A schedule without what a replay can find out again, for links: one number per decision, three where the time must be
/// known (an interruption).
#[must_use]
pub fn compact(schedule: &[Decision]) -> Vec<u32> {
    let mut out = Vec::with_capacity(schedule.len());
    for decision in schedule {
        if decision.kind == QuestionKind::Preempt as u8 {
            let at = decision.at_nanos;
            out.extend([INTERRUPTION | decision.chosen, (at >> 32) as u32, at as u32]);
        } else {
            out.push(decision.chosen);
        }
    }
    out
}

/// Marks an interruption in a compact schedule.
const INTERRUPTION: u32 = 1 << 31;

/// The kind of a decision of which only the choice is known.
const ANY_CHOICE: u8 = u8::MAX;

/// A schedule to replay from its compact form. It is checked less closely: choices must be possible, interruptions must
/// come at their time. A broken end is left out.
#[must_use]
pub fn expand(compact: &[u32]) -> Vec<Decision> {
    let mut out = Vec::new();
    let mut numbers = compact.iter().copied();
    while let Some(number) = numbers.next() {
        let row = |at_nanos, kind, chosen| Decision { at_nanos, kind, candidates: Vec::new(), chosen };
        if number & INTERRUPTION == 0 {
            out.push(row(0, ANY_CHOICE, number));
        } else if let (Some(high), Some(low)) = (numbers.next(), numbers.next()) {
            let at_nanos = u64::from(high) << 32 | u64::from(low);
            out.push(row(at_nanos, QuestionKind::Preempt as u8, number & !INTERRUPTION));
        }
    }
    out
}

/// The row of a schedule for a question and its answer.
pub(crate) fn decision(question: &Question<'_>, chosen: usize) -> Decision {
    Decision {
        at_nanos: question.at_nanos,
        kind: question.kind as u8,
        candidates: question.tracks.to_vec(),
        chosen: chosen as u32,
    }
}
