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

#[test]
fn files_are_the_machines() {
    let text = "
import multiprocessing as mp, os
def work(n, lock):
    with lock:
        with open('log.txt', 'a') as log:
            log.write(f'{n} ' + open('config.txt').read() + '\\n')
    with open(f'part-{n}.txt', 'w') as part:
        for i in range(300):
            part.write('x' * 100)
    os.remove(f'old-{n}.txt')
if __name__ == '__main__':
    open('config.txt', 'w').write('c')
    for n in range(3): open(f'old-{n}.txt', 'w').close()
    lock = mp.Lock()
    all = [mp.Process(target=work, args=(n, lock)) for n in range(3)]
    for p in all: p.start()
    for p in all: p.join()
    print(sorted(open('log.txt').read().split('\\n')), [p.exitcode for p in all])
    print(sorted(name for name in os.listdir('.') if name.endswith('.txt')), os.path.getsize('part-2.txt'))
    open('config.txt', 'a').write('d')
    p = mp.Process(target=work, args=(2, lock))
    open('old-2.txt', 'w').close()
    p.start()
    p.join()
    print(open('log.txt').read().split('\\n')[-2:])
";
    check(
        text,
        "['', '0 c', '1 c', '2 c'] [0, 0, 0]\n['config.txt', 'log.txt', 'part-0.txt', 'part-1.txt', 'part-2.txt'] 30000\n['2 cd', '']\n",
    );
}

#[test]
fn a_message_is_read_whole_or_in_parts() {
    let text = "
import multiprocessing as mp, os
def child(conn, w):
    conn.send_bytes(b'')
    conn.send('a' * 300_000)
    conn.send_bytes(b'tooolong')
    os.write(w, b'\\0\\0\\0\\3abcdef')
if __name__ == '__main__':
    mine, other = mp.Pipe()
    r, w = os.pipe()
    p = mp.get_context('fork').Process(target=child, args=(other, w))
    p.start()
    print(mine.recv_bytes(), len(mine.recv()))
    try:
        mine.recv_bytes(3)
    except OSError as error:
        print(type(error).__name__)
    print(os.read(r, 4), os.read(r, 2), os.read(r, 4))
    p.join()
";
    check(text, "b'' 300000\nOSError\nb'\\x00\\x00\\x00\\x03' b'ab' b'cdef'\n");
}

#[test]
fn a_lock_is_released_for_others_and_only_by_its_owner() {
    let text = "
import multiprocessing as mp
def add(total, lock, rlock):
    for n in range(50):
        with rlock:
            with rlock, lock:
                total.value += 1
if __name__ == '__main__':
    total, lock, rlock = mp.Value('i', 0, lock=False), mp.Lock(), mp.RLock()
    all = [mp.Process(target=add, args=(total, lock, rlock)) for n in range(3)]
    for p in all: p.start()
    for p in all: p.join()
    print(total.value)
    for one in lock, rlock:
        one.acquire()
        one.release()
        try:
            one.release()
        except (ValueError, AssertionError) as error:
            print(type(error).__name__)
";
    check(text, "150\nValueError\nAssertionError\n");
}
