//! Probabilistic concurrency testing.

use interleave_trace::sorted::SortedMap;

use serde::{Deserialize, Serialize};

use super::{Policy, Question};
use crate::rng::SplitMix64;
use crate::table::Tid;

/// Burckhardt, Kothari, Musuvathi and Nagarakatte, "A randomized scheduler with probabilistic guarantees of finding bugs"
/// (ASPLOS 2010): every thread has a random priority, the highest runs, and at `depth - 1` random moments the running
/// thread falls below all others. The moments are points of virtual time rather than counted steps.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Pct {
    rng: SplitMix64,
    /// By thread; higher runs first.
    priorities: SortedMap<Tid, u64>,
    /// Moments still to come, the latest first.
    changes: Vec<u64>,
    /// The priority of the next thread that falls: below every first priority, each lower than the one before.
    next_low: u64,
}

impl Pct {
    #[must_use]
    pub fn new(seed: u64, depth: u32, horizon_nanos: u64) -> Self {
        let mut rng = SplitMix64::new(seed);
        let moments = u64::from(depth.saturating_sub(1));
        let mut changes: Vec<u64> = (0..moments).map(|_| 1 + rng.below(horizon_nanos)).collect();
        changes.sort_unstable_by(|a, b| b.cmp(a));
        Self { rng, priorities: SortedMap::new(), changes, next_low: moments }
    }

    fn priority(&mut self, thread: Tid) -> u64 {
        let floor = u64::from(u32::MAX);
        *self.priorities.get_or_insert_with(thread, || floor + (self.rng.next_u64() >> 1))
    }

    fn highest(&mut self, candidates: &[Tid]) -> usize {
        let mut best = (0, 0);
        for (i, &thread) in candidates.iter().enumerate() {
            let priority = self.priority(thread);
            if i == 0 || priority > best.1 {
                best = (i, priority);
            }
        }
        best.0
    }
}

impl Policy for Pct {
    fn choose(&mut self, question: &Question<'_>) -> usize {
        self.highest(question.candidates)
    }

    fn is_passive(&self) -> bool {
        false
    }

    fn next_preemption(&self, _: u64) -> Option<u64> {
        self.changes.last().copied()
    }

    fn preempt(&mut self, question: &Question<'_>) -> Option<usize> {
        let change = self.changes.last().is_some_and(|&at| question.at_nanos >= at);
        if change {
            self.changes.pop();
            if let Some(&running) = question.candidates.first() {
                self.next_low = self.next_low.saturating_sub(1);
                self.priorities.insert(running, self.next_low);
            }
        }
        let chosen = self.highest(question.candidates);
        (change || chosen != 0).then_some(chosen)
    }

    fn boxed_clone(&self) -> Box<dyn Policy> {
        Box::new(self.clone())
    }
}
