//! All threads of a process in turns on one event loop: what a page can do that is not cross-origin isolated.
//!
//! A *turn* executes bytecode for a few milliseconds, then the event loop gets its chance. Waits are the loop's own: the
//! carrier is told when to call again. The GIL still changes hands by the rules, after its real interval, since the threads
//! that wait for it watch the same clock.

use std::sync::atomic::Ordering;

use interleave_python::away::Pace;
use interleave_python::exit::{Answer, Budget, Exit, ThreadId};
use interleave_python::process::Process;
use interleave_trace::Trace;

use crate::clock::Clock;
use crate::coordinator::{Call, with_images};
use crate::guest;
use crate::image::Image;
use crate::machine::{Carrier, Ended, LiveMachine, LiveSettings, Reply, Stretch, Written};

/// How long a turn may keep the event loop waiting.
const TURN_NANOS: u64 = 8_000_000;
/// Between two looks at the clock, in the guest's own count of time; some tens of microseconds of real time.
const SLICE_PICOS: u64 = 50_000_000;

/// When the event loop should call again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// As soon as it has looked after its other business.
    Again,
    /// At this time.
    At(u64),
    /// When the coordinator has answered.
    Waits,
    /// Never: the run has ended.
    Over,
}

/// A process and its one carrier.
#[derive(Debug)]
pub struct Cooperative<C> {
    process: Process,
    machine: LiveMachine,
    clock: C,
    carrier: Carrier,
    /// Executing, or stopped between two slices.
    running: Option<ThreadId>,
    instructions: u64,
    /// Copies for the forks among the machine's calls, in their order.
    images: Vec<(ThreadId, Image)>,
    /// Numbers the copies, so that they draw other random numbers.
    forks: u64,
}

impl<C: Clock> Cooperative<C> {
    /// `carrier`: what the reader is told that everything runs on.
    #[must_use]
    pub fn new(process: Process, program: &str, text: &str, settings: LiveSettings, clock: C, carrier: &str) -> Self {
        Self::begun_at(process, program, text, settings, clock, carrier, 0)
    }

    /// As [`new`](Self::new), for a process that begins when the clock shows `now`.
    #[must_use]
    pub fn begun_at(
        mut process: Process,
        program: &str,
        text: &str,
        settings: LiveSettings,
        clock: C,
        carrier: &str,
        now: u64,
    ) -> Self {
        let mut machine = LiveMachine::begun_at(program, text, settings, now);
        let carrier = machine.add_carrier(now, carrier);
        process.set_pace(Pace::Real);
        Self { process, machine, clock, carrier, running: None, instructions: 0, images: Vec::new(), forks: 1 }
    }

    /// Executes for a few milliseconds at most.
    pub fn turn(&mut self) -> Turn {
        let begun = self.clock.now_nanos();
        loop {
            let now = self.clock.now_nanos();
            self.machine.poll(now);
            if self.machine.ended().is_some() {
                return Turn::Over;
            }
            if now.saturating_sub(begun) >= TURN_NANOS {
                return Turn::Again;
            }
            let Some(thread) = self.running.or_else(|| self.next(now)) else {
                if let Some(at) = self.machine.next_deadline() {
                    return Turn::At(at);
                }
                if self.machine.asks() || self.machine.is_paused() {
                    return Turn::Waits;
                }
                self.machine.check_deadlock(now);
                return if self.machine.ended().is_some() { Turn::Over } else { Turn::Again };
            };
            self.running = self.slice(thread, now).then_some(thread);
        }
    }

    /// The thread whose turn it is, with the GIL in its hands.
    fn next(&mut self, now: u64) -> Option<ThreadId> {
        let thread = self.machine.next_ready()?;
        let answer = self.machine.take_gil(now, thread, self.carrier)?;
        if let Some(answer) = answer {
            self.process.answer(thread, answer);
        }
        // The others see that they have to wait.
        self.machine.show_waits(now);
        Some(thread)
    }

    /// One stretch of bytecode; false: the thread has left its carrier.
    fn slice(&mut self, thread: ThreadId, begun: u64) -> bool {
        let switch_point = self.machine.drop_request().load(Ordering::Relaxed);
        let ran = self.process.run(thread, Budget { picos: SLICE_PICOS, switch_point });
        self.instructions += ran.instructions;
        let now = self.clock.now_nanos();
        let facts = guest::facts(&mut self.process, self.machine.source());
        self.machine.observe(thread, Stretch { begun, ended: now, picos: ran.picos }, facts);
        let place = guest::place(&self.process, thread, self.machine.source());
        guest::changes(&mut self.process, &mut self.machine, thread, &ran.exit);
        match ran.exit {
            Exit::BudgetSpent => true,
            Exit::SwitchPoint => {
                self.machine.set_place(thread, place);
                !self.machine.switch(now, thread)
            }
            Exit::Finished => {
                self.machine.thread_finished(now, thread);
                false
            }
            Exit::Limit(message) => {
                self.machine.guest_limit(now, message);
                false
            }
            Exit::Syscall(call) => match self.machine.call(now, thread, call, place) {
                Reply::Answer(answer) => {
                    self.process.answer(thread, answer);
                    true
                }
                Reply::Compute { nanos } => {
                    // One carrier: nobody else can run meanwhile.
                    while self.clock.now_nanos().saturating_sub(now) < nanos {
                        std::hint::spin_loop();
                    }
                    self.machine.native_over(self.clock.now_nanos(), thread, Answer::None);
                    false
                }
                Reply::Fork(call) => {
                    let mut image = self.process.fork_thread(thread, self.forks);
                    self.forks += 1;
                    image.answer(thread, Answer::Int(0));
                    let objects = self.machine.inherited(thread);
                    self.images.push((thread, Image { process: image, objects }));
                    self.machine.ask_fork(now, thread, call);
                    false
                }
                Reply::Wait | Reply::Over => false,
            },
        }
    }

    /// Calls for the coordinator since the last time; with a fork comes the copy of the process.
    pub fn take_calls(&mut self) -> Vec<Call> {
        with_images(self.machine.take_calls(), &mut self.images)
    }

    /// The coordinator's answer.
    pub fn answer(&mut self, thread: ThreadId, answer: Answer) {
        let now = self.clock.now_nanos();
        self.machine.answer(now, thread, answer);
    }

    /// A signal arrived that the program has a function for, or Ctrl+C: the main thread learns of it.
    pub fn interrupt(&mut self) {
        self.process.interrupt(ThreadId(0), "KeyboardInterrupt", "");
    }

    /// Holds the program at its next switch point, or lets it go on.
    pub fn pause(&mut self, paused: bool) {
        self.machine.pause(paused);
    }

    /// Ends the run.
    pub fn stop(&mut self) {
        self.machine.stop(self.clock.now_nanos(), Ended::Stopped);
        self.running = None;
    }

    /// Executed so far, by all threads.
    #[must_use]
    pub fn instructions(&self) -> u64 {
        self.instructions
    }

    #[must_use]
    pub fn machine(&self) -> &LiveMachine {
        &self.machine
    }

    pub fn machine_mut(&mut self) -> &mut LiveMachine {
        &mut self.machine
    }

    pub fn take_output(&mut self) -> Vec<Written> {
        self.machine.take_output()
    }

    #[must_use]
    pub fn now_nanos(&self) -> u64 {
        self.clock.now_nanos()
    }

    /// See [`Clock::not_before`].
    pub fn not_before(&self, nanos: u64) {
        self.clock.not_before(nanos);
    }

    #[must_use]
    pub fn finish(self) -> Trace {
        let now = self.clock.now_nanos();
        self.machine.finish(now)
    }
}
