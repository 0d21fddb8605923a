import multiprocessing as mp, time
def tell(label, g):
    try: print(label, '->', g())
    except BaseException as e: print(label, '!!', type(e).__name__, e)
def hold(l, ev): l.acquire(); ev.set(); time.sleep(0.1); l.release()
def rel(l, q):
    try: l.release(); q.put('released')
    except Exception as e: q.put((type(e).__name__, str(e)))
def bar(b, q): q.put(b.wait() >= 0)
def cond(c, q):
    with c: q.put('ready'); q.put(c.wait(2))
if __name__ == '__main__':
    l, ev, q = mp.Lock(), mp.Event(), mp.Queue(); p = mp.Process(target=hold, args=(l, ev)); p.start(); ev.wait()
    print(l.acquire(False), l.acquire(timeout=0.01), l.acquire(block=True, timeout=1)); print(l); l.release(); p.join(); print(l)
    tell('rel', l.release); r = mp.RLock(); r.acquire(); r.acquire(); print(r); r.release(); r.release(); tell('rrel', r.release)
    r.acquire(); p = mp.Process(target=rel, args=(r, q)); p.start(); print(q.get()); p.join()
    l.acquire(); p = mp.Process(target=rel, args=(l, q)); p.start(); print(q.get(), l.acquire(False)); p.join()
    s = mp.Semaphore(2); print(s, s.acquire(), s.get_value(), s.acquire(), s.acquire(False)); b = mp.BoundedSemaphore(1); tell('bs', b.release); print(b)
    s.release(); s.release(); s.release(); print(s.get_value()); tell('neg', lambda: mp.Semaphore(-1)); tell('neg b', lambda: mp.BoundedSemaphore('a'))
    ba = mp.Barrier(3); ps = [mp.Process(target=bar, args=(ba, q)) for _ in range(2)]; [x.start() for x in ps]; print(ba.wait() >= 0, q.get(), q.get()); [x.join() for x in ps]
    tell('bt', lambda: ba.wait(0.01)); print(ba.broken); tell('b2', ba.wait); ba.reset(); print(ba.broken, ba.parties, ba.n_waiting)
    c = mp.Condition(); p = mp.Process(target=cond, args=(c, q)); p.start(); q.get()
    with c: c.notify()
    print(q.get()); p.join(); tell('cn', c.notify); tell('cw', c.wait); print(c) if 0 else None
    with c: print(c.wait(0.01), c.wait_for(lambda: False, 0.01), c.wait_for(lambda: 5))
    e = mp.Event(); print(e.wait(0.01), e.is_set(), e.set(), e.wait(), e.clear(), e.is_set()); print(e if 0 else '')
    with mp.Lock() as x: print(x)
