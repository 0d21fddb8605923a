//! Programs of several processes, hosted on loops in one place.

#![expect(clippy::panic, reason = "a test fails by panicking")]

use interleave_live::cluster::Cluster;
use interleave_live::{LiveSettings, SystemClock};
use interleave_python::process::{Config, Process};
use interleave_trace::{Outcome, Trace, TrackKind};

fn run(text: &str, start_method: &str) -> (String, Trace) {
    let process = Process::boot(text, "main.py", Config::default()).unwrap_or_else(|problems| panic!("{problems:?}"));
    let settings =
        LiveSettings { start_method: start_method.to_owned(), wall_nanos: 60_000_000_000, ..LiveSettings::default() };
    let mut cluster = Cluster::new(process, "main.py", text, settings, SystemClock::start(), 64);
    let mut out = String::new();
    loop {
        let turn = cluster.turn();
        out.extend(cluster.take_output().into_iter().filter(|w| !w.stderr).map(|w| w.text));
        match turn {
            None => break,
            Some(0) => {}
            Some(nanos) => std::thread::sleep(std::time::Duration::from_nanos(nanos.min(10_000_000))),
        }
    }
    (out, cluster.finish())
}

fn check(text: &str, expected: &str) {
    for method in ["fork", "spawn"] {
        let (out, trace) = run(text, method);
        assert_eq!(out, expected, "{method}");
        assert_eq!(trace.outcome, Outcome::Exited(0), "{method}");
        assert_eq!(trace.validate(), Ok(()), "{method}");
    }
}

#[test]
fn a_process_starts_and_is_joined() {
    let text = "
import multiprocessing as mp, os
def work(name):
    print('hello', name, os.getppid() == parent() , mp.current_process().name)
def parent():
    return mp.parent_process().pid
if __name__ == '__main__':
    p = mp.Process(target=work, args=('you',))
    p.start()
    p.join()
    print(p.exitcode, p.is_alive())
";
    check(text, "hello you True Process-1\n0 False\n");
}

#[test]
fn a_pipe_carries_objects_both_ways() {
    let text = "
import multiprocessing as mp
def child(conn):
    while (n := conn.recv()) is not None:
        conn.send({'n': n, 'square': n * n})
    conn.close()
if __name__ == '__main__':
    here, there = mp.Pipe()
    p = mp.Process(target=child, args=(there,))
    p.start()
    for n in range(3):
        here.send(n)
        print(here.recv())
    here.send(None)
    p.join()
    print(p.exitcode)
";
    check(text, "{'n': 0, 'square': 0}\n{'n': 1, 'square': 1}\n{'n': 2, 'square': 4}\n0\n");
}

#[test]
fn lanes_of_processes_are_merged() {
    let text = "
import multiprocessing as mp
def work(): sum(range(1000))
if __name__ == '__main__':
    ps = [mp.Process(target=work) for _ in range(3)]
    for p in ps: p.start()
    for p in ps: p.join()
";
    let (_, trace) = run(text, "fork");
    assert_eq!(trace.validate(), Ok(()));
    assert_eq!(trace.tracks.iter().filter(|t| t.kind == TrackKind::Process).count(), 4);
    assert_eq!(trace.tracks.iter().filter(|t| t.kind == TrackKind::Core).count(), 4);
    let children = trace.tracks.iter().filter(|t| t.kind == TrackKind::Process && t.parent.is_some());
    assert_eq!(children.count(), 3);
}

#[test]
fn a_killed_process_has_its_exit_code() {
    let text = "
import multiprocessing as mp, time
def forever():
    while True: time.sleep(0.01)
if __name__ == '__main__':
    p = mp.Process(target=forever)
    p.start()
    time.sleep(0.05)
    p.terminate()
    p.join()
    print(p.exitcode)
";
    check(text, "-15\n");
}

#[test]
fn a_copy_has_the_locks_of_its_parent_as_they_were() {
    let text = "
import os, threading, sys
lock, free = threading.Lock(), threading.RLock()
other = threading.Lock()
inside, go = threading.Event(), threading.Event()
def holder():
    with other:
        inside.set()
        go.wait()
thread = threading.Thread(target=holder)
thread.start()
inside.wait()
lock.acquire()
pid = os.fork()
if pid == 0:
    print('child', lock.locked(), other.acquire(timeout=0.05), free.acquire())
    lock.release()
    print('child', lock.acquire(timeout=0.05))
    sys.stdout.flush()
    os._exit(0)
os.waitpid(pid, 0)
go.set()
thread.join()
print('parent', lock.locked(), other.locked())
";
    let (out, trace) = run(text, "fork");
    assert_eq!(out, "child True False True\nchild True\nparent True False\n");
    assert_eq!(trace.validate(), Ok(()));
}
