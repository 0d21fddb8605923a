//! The decisions of an earlier run, again.

use interleave_trace::Decision;
use serde::{Deserialize, Serialize};

use super::{ANY_CHOICE, Policy, Question, QuestionKind};

/// Follows a schedule and checks, decision by decision, that it fits. After its last decision the kernel's first candidate
/// is taken, so that a prefix of a schedule can be followed too.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Replay {
    schedule: Vec<Decision>,
    /// Decisions taken so far.
    at: usize,
    /// Row of the next decision about preemption at or after `at`.
    next_preempt: usize,
    mismatch: Option<String>,
}

impl Replay {
    #[must_use]
    pub fn new(schedule: Vec<Decision>) -> Self {
        let mut replay = Self { schedule, at: 0, next_preempt: 0, mismatch: None };
        replay.find_preempt();
        replay
    }

    fn find_preempt(&mut self) {
        self.next_preempt = self.next_preempt.max(self.at);
        while self.schedule.get(self.next_preempt).is_some_and(|d| d.kind != QuestionKind::Preempt as u8) {
            self.next_preempt += 1;
        }
    }

    fn fits(decision: &Decision, question: &Question<'_>) -> bool {
        let possible = (decision.chosen as usize) < question.candidates.len();
        let preempts = question.kind == QuestionKind::Preempt;
        if decision.kind == ANY_CHOICE {
            return possible && !preempts;
        }
        possible
            && decision.kind == question.kind as u8
            && decision.at_nanos == question.at_nanos
            && (decision.candidates == question.tracks || (preempts && decision.candidates.is_empty()))
    }

    fn taken(&mut self) {
        self.at += 1;
        self.find_preempt();
    }

    fn refuse(&mut self, at_nanos: u64) {
        if self.mismatch.is_none() {
            self.mismatch = Some(format!(
                "decision {} of the schedule does not fit this run at {at_nanos} ns: the program or a setting has changed",
                self.at
            ));
        }
    }
}

impl Policy for Replay {
    fn choose(&mut self, question: &Question<'_>) -> usize {
        let Some(decision) = self.schedule.get(self.at) else { return 0 };
        if self.mismatch.is_some() || !Self::fits(decision, question) {
            self.refuse(question.at_nanos);
            return 0;
        }
        let chosen = decision.chosen as usize;
        self.taken();
        chosen
    }

    fn is_passive(&self) -> bool {
        self.next_preempt >= self.schedule.len()
    }

    fn next_preemption(&self, _: u64) -> Option<u64> {
        self.schedule.get(self.next_preempt).map(|d| d.at_nanos)
    }

    fn preempt(&mut self, question: &Question<'_>) -> Option<usize> {
        // Several threads may be about to go on at the same time: the decision belongs to the one it names.
        let decision = self.schedule.get(self.at).filter(|d| d.kind == QuestionKind::Preempt as u8)?;
        if Self::fits(decision, question) {
            let chosen = decision.chosen as usize;
            self.taken();
            return Some(chosen);
        }
        if decision.at_nanos < question.at_nanos {
            self.refuse(question.at_nanos);
        }
        None
    }

    fn mismatch(&self) -> Option<&str> {
        self.mismatch.as_deref()
    }

    fn boxed_clone(&self) -> Box<dyn Policy> {
        Box::new(self.clone())
    }
}
