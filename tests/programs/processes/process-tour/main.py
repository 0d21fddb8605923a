import multiprocessing as mp, time, sys, os
def writer(path, i):
    with open(path, "a") as f: f.write(f"{i}\n")
def hold(l, t):
    with l: time.sleep(t)
def ch(q):
    q.put(os.getpid()); q.put(os.getppid()); q.put(mp.parent_process().pid); q.put(mp.parent_process().name); q.put(mp.current_process()._identity)
def gc(q):
    p = mp.Process(target=ch2, args=(q,)); p.start(); p.join(); q.put(p.name)
def ch2(q): q.put(mp.current_process().name); q.put(repr(mp.parent_process()).split(" ")[0])
def parent_alive(e, q): e.wait(); q.put(mp.parent_process().is_alive())
def out(): print("no newline", end=""); sys.stdout.flush()
def err(): sys.stderr.write("oops\n"); sys.exit(2)
if __name__ == '__main__':
    import tempfile
    d = tempfile.mkdtemp(); path = os.path.join(d, "out.txt")
    for i in range(3):
        p = mp.Process(target=writer, args=(path, i)); p.start(); p.join()
    print(open(path).read().split(), os.listdir(d))
    l = mp.Lock(); p = mp.Process(target=hold, args=(l, 0.2)); p.start(); time.sleep(0.1)
    print(l.acquire(timeout=0.01), l.acquire(block=True, timeout=2)); p.join()
    print(l)
    l.release()
    q = mp.SimpleQueue(); p = mp.Process(target=ch, args=(q,)); p.start(); p.join()
    pid, pp, mpp, nm, ident = [q.get() for _ in range(5)]
    print(pid == p.pid, pp == os.getpid() == mpp, nm, ident)
    q = mp.Queue(); p = mp.Process(target=gc, args=(q,)); p.start(); p.join(); print(q.get(), q.get(), q.get())
    p = mp.Process(target=out); p.start(); p.join(); print()
    p = mp.Process(target=err); p.start(); p.join(); print(p.exitcode)
    print(mp.parent_process(), mp.current_process().daemon, mp.current_process().pid == os.getpid(), mp.current_process().exitcode)
    try: mp.current_process().start()
    except (AssertionError, AttributeError) as e: print(type(e).__name__, e)
    ps = [mp.Process(target=time.sleep, args=(0.05 * i,), name=f"s{i}") for i in (3, 1, 2)]
    for p in ps: p.start()
    print([p.name for p in sorted(mp.active_children(), key=lambda p: p.name)])
    from multiprocessing.connection import wait
    order = []
    while ps:
        r = wait([p.sentinel for p in ps])
        for p in list(ps):
            if p.sentinel in r: order.append(p.name); ps.remove(p); p.join()
    print(order)
    print(mp.Process(daemon=True).daemon)
    p = mp.Process(target=time.sleep, args=(5,)); p.start(); t = time.monotonic(); print(p.join(timeout=0.1)); print(0.09 < time.monotonic() - t < 0.3, p.exitcode)
    p.terminate(); print(p.exitcode in (None, -15)); p.join(); print(p.exitcode, p)if False else print(p.exitcode)
    print(mp.get_start_method(allow_none=True), mp.get_logger().name, mp.cpu_count() == os.cpu_count(), len(os.sched_getaffinity(0)) > 0)
    print(mp.AuthenticationError, mp.ProcessError, mp.BufferTooShort.__mro__[1], mp.TimeoutError.__module__)
    print(mp.reduction, mp.freeze_support())if False else print(mp.freeze_support())
    print(sorted(mp.__all__))
