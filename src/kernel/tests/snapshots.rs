//! A kernel is a value: it can be copied, saved, and run again from there.

mod support;

use interleave_kernel::{GilModel, Kernel, PolicyChoice, Settings};
use interleave_trace::ObjectKind;
use support::*;

fn program() -> Vec<Vec<Op>> {
    let main = vec![
        lock(ObjectKind::Lock, "l"),
        Op::Spawn(1),
        Op::Spawn(1),
        Op::Spawn(1),
        join(1),
        join(2),
        join(3),
        print("done\n"),
        exit(0),
    ];
    vec![
        main,
        vec![
            acquire(0),
            Op::Cpu(MS),
            release(0),
            sleep(200_000),
            Op::Load,
            Op::Cpu(7_000),
            Op::AddStore,
            Op::Again(0, 9),
        ],
    ]
}

#[test]
fn a_snapshot_goes_on_as_the_run_did() {
    for policy in [PolicyChoice::Default, PolicyChoice::Random { mean_quantum_nanos: 50_000 }] {
        for gil in [GilModel::default(), GilModel::Off] {
            let settings = Settings { policy: policy.clone(), gil, cores: 2, ..Settings::default() };
            let mut host = Host::new(settings, program());
            for _ in 0..60 {
                assert!(host.turn());
            }
            let mut copy = host.clone();
            copy.kernel = host.kernel.snapshot();
            // Through bytes and back.
            let bytes = serde_json::to_vec(&copy.kernel).expect("a snapshot can be saved");
            copy.kernel = serde_json::from_slice::<Kernel>(&bytes).expect("and read again");
            assert!(copy.kernel.trace().is_none());
            let ends = (host.run(), copy.run());
            assert_eq!(ends.0, ends.1);
            assert_eq!(host.kernel.now_nanos(), copy.kernel.now_nanos());
            assert_eq!(host.counter, copy.counter);
            let views = |host: &Host| host.kernel.threads().collect::<Vec<_>>();
            assert_eq!(views(&host), views(&copy));
            host.trace();
        }
    }
}
