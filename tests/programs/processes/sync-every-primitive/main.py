import builtins
import re


def print(*items, **how):
    """Without addresses."""
    builtins.print(*[re.sub("0x[0-9a-f]+", "0x", str(item)) for item in items], **how)


from multiprocessing import *
import time
def waiter(c, e, n):
    with c: c.wait(); n.value += 1
    e.wait()
def b(bar, q): q.put(bar.wait() >= 0)
if __name__=='__main__':
    for o in (Lock(), RLock(), Semaphore(3), BoundedSemaphore(2), Event(), Condition(), Barrier(2)): print(repr(o))
    l=Lock(); l.acquire(); print(l, l.acquire(False), l.acquire(timeout=.05)); l.release()
    try: l.release()
    except ValueError as e: print(e)
    r=RLock(); r.acquire(); r.acquire(); print(r); r.release(); r.release()
    try: r.release()
    except AssertionError as e: print(e)
    s=BoundedSemaphore(1)
    try: s.release()
    except ValueError as e: print(e)
    s=Semaphore(2); print(s.get_value()); 
    with s: print(s.get_value())
    c=Condition(); e=Event(); n=Value('i',0); ps=[Process(target=waiter,args=(c,e,n)) for _ in range(3)]
    [p.start() for p in ps]; time.sleep(.5)
    with c: c.notify(1)
    time.sleep(.2); print(n.value)
    with c: c.notify_all()
    time.sleep(.2); print(n.value); print(e.is_set(), e.wait(.01)); e.set(); print(e.wait()); [p.join() for p in ps]
    with c: print(c.wait(.05), c.wait_for(lambda: True), c.wait_for(lambda: False, .05))
    try: c.notify()
    except AssertionError as x: print(x)
    bar=Barrier(2); q=Queue(); p=Process(target=b,args=(bar,q)); p.start(); print(bar.wait()>=0, q.get()); p.join(); print(bar.parties, bar.n_waiting, bar.broken)
    import threading
    try: bar.wait(.05)
    except threading.BrokenBarrierError as x: print('broken', bar.broken)
    bar.reset(); print(bar.broken)
    try: Lock().foo
    except AttributeError as x: print(x)
