import multiprocessing as mp, threading, time
def t(fn):
    try: print(fn())
    except BaseException as e: print(type(e).__name__, e)
def child(l, c):
    print("child got", l.acquire(timeout=0.05)); c.send(1)
def waiter(cond, n): 
    with cond:
        n.value += 1
        cond.wait(); print("woken")
def bar(b, i):
    try: print("pass", b.wait(1) >= 0)
    except threading.BrokenBarrierError: print("broken")
if __name__ == "__main__":
    l = mp.Lock(); print(l); l.acquire(); print(l); t(lambda: l.acquire(False)); t(lambda: l.acquire(timeout=0.01)); 
    a, b = mp.Pipe(); p = mp.Process(target=child, args=(l, b)); p.start(); a.recv(); p.join(); l.release(); t(l.release)
    r = mp.RLock(); r.acquire(); r.acquire(); print(r); r.release(); r.release(); t(r.release); print(r)
    s = mp.Semaphore(2); s.acquire(); print(s, s.get_value()); s.release(); s.release(); print(s.get_value()); bs = mp.BoundedSemaphore(1); t(bs.release); print(bs); t(lambda: mp.Semaphore(-1))
    c = mp.Condition(); t(c.notify); t(c.wait); print(c); n = mp.Value("i", 0); ps = [mp.Process(target=waiter, args=(c, n)) for _ in range(2)]; [p.start() for p in ps]
    while n.value < 2: time.sleep(0.01)
    with c: c.notify_all()
    [p.join() for p in ps]
    with c: t(lambda: c.wait(0.01)); t(lambda: c.wait_for(lambda: False, 0.02)); t(lambda: c.wait_for(lambda: 5))
    e = mp.Event(); print(e.is_set(), e.wait(0.01)); e.set(); print(e.is_set(), e.wait()); e.clear(); print(repr(e).split(" at")[0])
    b = mp.Barrier(2); p = mp.Process(target=bar, args=(b, 0)); p.start(); bar(b, 1); p.join(); print(b.parties, b.n_waiting, b.broken); p = mp.Process(target=bar, args=(b, 0)); p.start(); time.sleep(0.1); b.abort(); p.join(); print(b.broken); b.reset(); print(b.broken)
    import pickle; t(lambda: pickle.dumps(l)); t(lambda: pickle.dumps(mp.Queue())); t(lambda: pickle.dumps(mp.current_process().authkey)); t(lambda: pickle.dumps(mp.Pipe()[0]) and 1); t(lambda: pickle.dumps(mp.Process()) and 1)
