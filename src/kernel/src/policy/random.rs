//! Every legal choice equally likely.

use serde::{Deserialize, Serialize};

use super::{Policy, Question};
use crate::rng::SplitMix64;

/// Seeded; interrupts running threads at random times, so that interleavings that the switch interval makes rare show up.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Random {
    rng: SplitMix64,
    mean_quantum_nanos: u64,
    next_at_nanos: u64,
}

impl Random {
    #[must_use]
    pub fn new(seed: u64, mean_quantum_nanos: u64) -> Self {
        let mut random = Self { rng: SplitMix64::new(seed), mean_quantum_nanos, next_at_nanos: 0 };
        random.next_at_nanos = random.quantum();
        random
    }

    fn quantum(&mut self) -> u64 {
        1 + self.rng.below(self.mean_quantum_nanos.saturating_mul(2))
    }
}

impl Policy for Random {
    fn choose(&mut self, question: &Question<'_>) -> usize {
        self.rng.below(question.candidates.len() as u64) as usize
    }

    fn is_passive(&self) -> bool {
        false
    }

    fn next_preemption(&self, _: u64) -> Option<u64> {
        Some(self.next_at_nanos)
    }

    fn preempt(&mut self, question: &Question<'_>) -> Option<usize> {
        if question.at_nanos < self.next_at_nanos {
            return None;
        }
        self.next_at_nanos = question.at_nanos.saturating_add(self.quantum());
        Some(self.choose(question))
    }

    fn boxed_clone(&self) -> Box<dyn Policy> {
        Box::new(self.clone())
    }
}
