//! Generated programs on generated machines: whatever they do, the trace is valid, repeatable and replayable, and a
//! snapshot taken anywhere goes on as the run did.

mod support;

use interleave_kernel::{Call, Ended, GilModel, Limits, NewObject, ObjectId, PolicyChoice, Settings, SplitMix64};
use interleave_trace::ObjectKind;
use support::*;

const LOCKS: u64 = 4;
const SCRIPTS: u64 = 4;

fn pick<T: Clone>(rng: &mut SplitMix64, of: &[T]) -> T {
    of[rng.below(of.len() as u64) as usize].clone()
}

fn script(rng: &mut SplitMix64, spawns: bool) -> Vec<Op> {
    let mut ops = Vec::new();
    for _ in 0..4 + rng.below(12) {
        let object = rng.below(LOCKS + 1) as u32;
        let nanos = pick(rng, &[0, 1, 50, 3_000, 70_000, 900_000, 6_000_000]);
        let timeout_nanos = pick(rng, &[None, Some(0), Some(1), Some(40_000), Some(7_000_000)]);
        let local = rng.below(8) as u32;
        ops.push(match rng.below(20) {
            0..=3 => Op::Cpu(1 + nanos * 2),
            4 | 5 => Op::Do(Call::Acquire { object: ObjectId(object), blocking: rng.below(8) > 0, timeout_nanos }),
            6..=8 => release(object),
            9 => sleep(nanos),
            10 => Op::Do(Call::Io { nanos, what: "read".to_owned() }),
            11 => Op::Do(Call::Native { nanos }),
            12 => print("line\n"),
            13 => Op::Do(Call::Join { local, timeout_nanos }),
            14 => Op::Do(Call::Yield),
            15 if spawns => Op::Spawn(1 + rng.below(SCRIPTS) as usize),
            16 if spawns => Op::SpawnDaemon(1 + rng.below(SCRIPTS) as usize),
            17 => Op::Do(Call::SetSwitchInterval { nanos: 1 + nanos }),
            18 if !ops.is_empty() => Op::Again(rng.below(ops.len() as u64) as usize, rng.below(4) as u32),
            19 if rng.below(12) == 0 => Op::Raise,
            _ => Op::Cpu(20_000 + nanos),
        });
    }
    ops
}

fn program(rng: &mut SplitMix64) -> Vec<Vec<Op>> {
    let part = NewObject { kind: ObjectKind::Lock, name: None, of: Some(ObjectId(0)) };
    let mut main = vec![
        lock(ObjectKind::Lock, "a"),
        lock(ObjectKind::RLock, "b"),
        lock(ObjectKind::Lock, "c"),
        lock(ObjectKind::Semaphore, "d"),
        Op::Do(Call::NewObject(part)),
        Op::Spawn(1),
        Op::Spawn(2),
    ];
    main.extend(script(rng, true));
    if rng.below(3) > 0 {
        main.push(sleep(3_000_000));
        main.push(exit(0));
    }
    let mut scripts = vec![main];
    for _ in 0..SCRIPTS {
        scripts.push(script(rng, false));
    }
    scripts
}

fn settings(rng: &mut SplitMix64, seed: u64) -> Settings {
    let policies = [
        PolicyChoice::Default,
        PolicyChoice::Random { mean_quantum_nanos: 40_000 },
        PolicyChoice::Pct { depth: 3, horizon_nanos: 5_000_000 },
    ];
    let gils = [
        GilModel::default(),
        GilModel::Cpython3 { interval_nanos: 1_000 },
        GilModel::Cpython3 { interval_nanos: 300_000 },
        GilModel::Off,
        GilModel::Cpython2,
    ];
    Settings {
        cores: pick(rng, &[1, 1, 2, 3, 64]),
        gil: pick(rng, &gils),
        policy: pick(rng, &policies),
        seed,
        limits: Limits { virtual_nanos: 2_000 * MS, events: 20_000, ..Limits::default() },
        ..Settings::default()
    }
}

#[test]
fn generated_programs() {
    let mut outcomes = [0; 3];
    for seed in 0..200 {
        let mut rng = SplitMix64::new(seed);
        let scripts = program(&mut rng);
        let settings = settings(&mut rng, seed);
        let context = || format!("seed {seed}: {settings:?}\n{scripts:#?}");
        let mut host = Host::new(settings.clone(), scripts.clone());
        let stop = rng.below(60);
        let mut copy = None;
        let mut turns = 0;
        while host.turn() {
            turns += 1;
            if turns == stop {
                let mut saved = host.clone();
                saved.kernel = host.kernel.snapshot();
                copy = Some(saved);
            }
        }
        let trace = host.kernel.clone().finish(0).expect("records");
        if let Err(violations) = trace.validate() {
            panic!("{violations:#?}\n{}\n{}", context(), listing(&trace));
        }
        let ended = host.kernel.ended().expect("ended").clone();
        outcomes[match ended {
            Ended::Exited(_) => 0,
            Ended::Deadlock(_) => 1,
            Ended::Limit(_) | Ended::ReplayMismatch(_) => 2,
        }] += 1;
        assert!(!matches!(ended, Ended::ReplayMismatch(_)), "{}", context());
        if let Some(mut copy) = copy {
            // The event limit counts what is recorded, which a snapshot does not.
            let at_limit = matches!(ended, Ended::Limit(_));
            assert!(at_limit || copy.run() == ended, "{}", context());
        }
        let policy = PolicyChoice::Replay { schedule: trace.schedule.clone() };
        let mut again = Host::new(Settings { policy, ..settings.clone() }, scripts.clone());
        assert_eq!(again.run(), ended, "{}", context());
        let again = again.kernel.finish(0).expect("records");
        assert!(again.events == trace.events && again.links == trace.links, "{}", context());
    }
    // The generator makes programs of every kind.
    assert!(outcomes[0] > 80 && outcomes[1] > 5, "{outcomes:?}");
}
