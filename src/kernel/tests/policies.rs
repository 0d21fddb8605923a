//! Policies: reproducible, different, recorded, replayed, and refused where they do not fit.

mod support;

use interleave_kernel::policy::{First, compact, expand};
use interleave_kernel::{Ended, GilModel, Policy, PolicyChoice, Settings};
use interleave_trace::{ObjectKind, Trace};
use support::*;

/// Three threads that fight for a lock, the GIL and, on one core, the core.
fn fight() -> Vec<Vec<Op>> {
    let mut main = vec![lock(ObjectKind::Lock, "l")];
    main.extend((0..4).map(|_| Op::Spawn(1)));
    main.extend((1..=4).map(join));
    main.push(exit(0));
    let worker = vec![
        Op::Load,
        Op::Cpu(20_000),
        Op::AddStore,
        acquire(0),
        Op::Cpu(30_000),
        sleep(1000),
        release(0),
        Op::Again(0, 19),
    ];
    vec![main, worker]
}

fn settings(policy: PolicyChoice, seed: u64, gil: GilModel, cores: u32) -> Settings {
    Settings { policy, seed, gil, cores, ..Settings::default() }
}

fn random() -> PolicyChoice {
    PolicyChoice::Random { mean_quantum_nanos: 30_000 }
}

fn pct() -> PolicyChoice {
    PolicyChoice::Pct { depth: 4, horizon_nanos: 10 * MS }
}

fn models() -> impl Iterator<Item = (PolicyChoice, GilModel, u32)> {
    let policies = [PolicyChoice::Default, random(), pct()];
    policies.into_iter().flat_map(|policy| {
        [
            (GilModel::default(), 2),
            (GilModel::default(), 1),
            (GilModel::Off, 1),
            (GilModel::Off, 3),
            (GilModel::Cpython2, 2),
        ]
        .into_iter()
        .map(move |(gil, cores)| (policy.clone(), gil, cores))
    })
}

fn play(settings: Settings) -> (Trace, i64) {
    let mut host = Host::new(settings, fight());
    let ended = host.run();
    let trace = host.trace();
    assert_eq!(ended, Ended::Exited(0), "{}", listing(&trace));
    (trace, host.counter)
}

#[test]
fn equal_settings_give_equal_traces() {
    for (policy, gil, cores) in models() {
        let (a, b) = (play(settings(policy.clone(), 3, gil, cores)), play(settings(policy.clone(), 3, gil, cores)));
        assert!(a == b, "{policy:?} {gil:?} {cores}");
    }
}

#[test]
fn seeds_differ() {
    for policy in [random(), pct()] {
        let traces: Vec<Trace> =
            (0..4).map(|seed| play(settings(policy.clone(), seed, GilModel::default(), 2)).0).collect();
        assert!(traces.windows(2).any(|pair| pair[0].events != pair[1].events), "{policy:?}");
    }
}

#[test]
fn a_schedule_gives_the_same_run_again() {
    for (policy, gil, cores) in models() {
        let (trace, counter) = play(settings(policy.clone(), 5, gil, cores));
        let replay = PolicyChoice::Replay { schedule: trace.schedule.clone() };
        let (again, counter_again) = play(settings(replay, 5, gil, cores));
        assert!(trace.events == again.events, "{policy:?} {gil:?} {cores}");
        assert_eq!(trace.schedule, again.schedule, "{policy:?} {gil:?} {cores}");
        assert_eq!(counter, counter_again);
        // And from the form that fits a link.
        let replay = PolicyChoice::Replay { schedule: expand(&compact(&trace.schedule)) };
        let (again, _) = play(settings(replay, 5, gil, cores));
        assert!(trace.events == again.events, "{policy:?} {gil:?} {cores}");
    }
}

#[test]
fn a_schedule_of_another_program_is_refused() {
    let (trace, _) = play(settings(random(), 5, GilModel::default(), 2));
    let replay = PolicyChoice::Replay { schedule: trace.schedule };
    let mut scripts = fight();
    scripts[1].insert(0, Op::Cpu(12_345));
    let mut host = Host::new(settings(replay, 5, GilModel::default(), 2), scripts);
    let ended = host.run();
    assert!(matches!(&ended, Ended::ReplayMismatch(why) if why.contains("does not fit")), "{ended:?}");
}

#[test]
fn random_interruptions_lose_updates_under_the_gil() {
    // Between load and store lies 20 µs of bytecode: the switch interval never falls there, a random policy's does.
    let (_, by_default) = play(settings(PolicyChoice::Default, 0, GilModel::default(), 2));
    let least = (0..5).map(|seed| play(settings(random(), seed, GilModel::default(), 2)).1).min();
    assert!(least < Some(by_default), "{least:?} {by_default}");
}

#[test]
fn a_policy_can_be_the_hosts_own() {
    #[derive(Clone, Debug)]
    struct Last;
    impl Policy for Last {
        fn choose(&mut self, question: &interleave_kernel::Question<'_>) -> usize {
            question.candidates.len() - 1
        }
        fn boxed_clone(&self) -> Box<dyn Policy> {
            Box::new(self.clone())
        }
    }
    let play = |policy: Box<dyn Policy>| {
        let mut host = Host::new(Settings::default(), fight());
        host.kernel.set_policy(policy);
        host.run();
        host.trace()
    };
    let (first, last) = (play(Box::new(First)), play(Box::new(Last)));
    assert!(first.events != last.events);
    assert!(last.schedule.iter().all(|d| d.chosen as usize == d.candidates.len() - 1));
}
