import threading, queue, time
# BoundedSemaphore, Semaphore, Condition misuse
def t(f, *a, **k):
    try: print("->", f(*a, **k))
    except BaseException as e: print(type(e).__name__, e.args)
b = threading.BoundedSemaphore(2)
t(b.release)
t(b.acquire); t(b.acquire); t(b.acquire, blocking=False); t(b.acquire, timeout=0.01); t(b.acquire, False, 1)
t(b.release, 2); t(b.release, 1); t(b.release, 0)
t(threading.Semaphore, -1); t(threading.BoundedSemaphore, "x")
s = threading.Semaphore()
t(s.acquire, timeout=0)
t(s.release, n=3)
print(s._value)
print(repr(s).split(" at ")[0], repr(b).split(" at ")[0])
c = threading.Condition()
t(c.wait); t(c.notify); t(c.notify_all)
t(c.release)
with c:
    t(c.wait, 0.01)
    t(c.wait_for, lambda: 42)
    t(c.wait_for, lambda: 0, timeout=0.01)
    t(c.wait_for, lambda: [], 0)
    t(c.notify, 5)
print(repr(c)[:15])
r = threading.RLock()
t(r.release)
print(repr(r).split(" at ")[0].split(" object")[0])
r.acquire(); r.acquire()
print("count=2" in repr(r), "locked" in repr(r), repr(r)[:8])
def other():
    t(r.release)
    t(r.acquire, blocking=False)
    t(r.acquire, timeout=0.01)
th = threading.Thread(target=other); th.start(); th.join()
r.release(); r.release(); t(r.release)
l = threading.Lock()
t(l.release); print(l.locked()); t(l.acquire); t(l.acquire, False); t(l.acquire, timeout=0.01); print(l.locked())
print(repr(l)[:30].split(' object')[0])
print(type(l), type(r), type(c), type(b), type(threading.Event()), type(threading.Barrier(1)), type(threading.local()), type(threading.Timer(1, print)))
ev = threading.Event()
print(ev.is_set(), ev.wait(0.01), ev.set(), ev.wait(), ev.clear(), ev.isSet() if hasattr(ev, 'isSet') else 0)
print(repr(ev).split(" at ")[0], repr(ev)[-8:])
bar = threading.Barrier(3, action=lambda: print("action"), timeout=1)
out = []
def w(i):
    try:
        out.append(bar.wait())
    except threading.BrokenBarrierError as e:
        out.append(repr(e))
ts = [threading.Thread(target=w, args=(i,)) for i in range(3)]
[x.start() for x in ts]; [x.join() for x in ts]
print(sorted(out), bar.parties, bar.n_waiting, bar.broken)
out.clear()
ts = [threading.Thread(target=w, args=(i,)) for i in range(2)]
[x.start() for x in ts]
time.sleep(0.05); print(bar.n_waiting); bar.abort(); [x.join() for x in ts]
print(out, bar.broken, repr(bar).split(" at ")[0], repr(bar)[-9:])
t(bar.wait)
bar.reset(); print(bar.broken)
t(bar.wait, 0.01); print(bar.broken)
def badaction(): 1/0
bb = threading.Barrier(1, badaction)
t(bb.wait); t(bb.wait)


tm = threading.Timer(0.02, print, ["timer fired"], {"end": "!\n"})
print(tm.interval, tm.function is print, tm.args, tm.kwargs, tm.finished.is_set())
tm.start(); tm.join(); print(tm.finished.is_set())
tm = threading.Timer(10, print, ["never"]); tm.start(); tm.cancel(); tm.join(); print(tm.is_alive())
d = threading.local(); d.x = 1
t(lambda: d.y)
class L(threading.local):
    z = 5
    def __init__(self, v): self.v = v
q = L(7); res=[]
def f():
    res.append((q.v, q.z)); q.v = 99; res.append(q.__dict__)
x = threading.Thread(target=f); x.start(); x.join(); print(res, q.v, q.__dict__)
t(threading.local, 1)
for Q in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
    q = Q(2)
    q.put((2,'b')); q.put((1,'a'))
    t(q.put, 1, False); t(q.put, 1, timeout=0.01); t(q.put_nowait, 1); t(q.put, 1, timeout=-1)
    print(q.qsize(), q.full(), q.empty(), q.get(), q.get_nowait())
    t(q.get, False); t(q.get, timeout=0.01); t(q.get, timeout=-1)
    q.task_done(); q.task_done(); t(q.task_done); q.join()
s = queue.SimpleQueue(); s.put(1); s.put(2, False, 3); print(s.qsize(), s.get(), s.get(), s.empty()); t(s.get_nowait); t(s.get, timeout=0.01); t(s.get, timeout=-1)
p = queue.PriorityQueue(); p.put(1); t(p.put, "a"); print(p.qsize())

