# coarse list of more exotic API
import threading, time, functools, contextlib, weakref, itertools
from collections import deque, defaultdict, Counter
def synchronized(lock):
    def deco(f):
        @functools.wraps(f)
        def w(*a, **k):
            with lock: return f(*a, **k)
        return w
    return deco
lk = threading.RLock()
@synchronized(lk)
def fact(n): return 1 if n < 2 else n * fact(n-1)
print(fact(20), fact.__name__)
class Singleton(type):
    _i = {}; _l = threading.Lock()
    def __call__(cls, *a, **k):
        with cls._l:
            if cls not in cls._i: cls._i[cls] = super().__call__(*a, **k)
        return cls._i[cls]
class Cfg(metaclass=Singleton):
    def __init__(self): print("made once")
ts = [threading.Thread(target=Cfg) for _ in range(4)]; [t.start() for t in ts]; [t.join() for t in ts]
class StoppableThread(threading.Thread):
    def __init__(self, *a, **k): super().__init__(*a, **k); self._stop_event = threading.Event(); self.n = 0
    def stop(self): self._stop_event.set()
    def stopped(self): return self._stop_event.is_set()
    def run(self):
        while not self._stop_event.wait(0.01): self.n += 1
s = StoppableThread(); s.start(); time.sleep(0.055); s.stop(); s.join(); print(s.n in (4,5,6), s.stopped())
class Bounded:
    def __init__(self, n): self.q = deque(maxlen=n); self.c = threading.Condition()
    def put(self, x):
        with self.c:
            while len(self.q) == self.q.maxlen: self.c.wait()
            self.q.append(x); self.c.notify()
    def get(self):
        with self.c:
            while not self.q: self.c.wait()
            x = self.q.popleft(); self.c.notify(); return x
bq = Bounded(2); res = []
p = threading.Thread(target=lambda: [bq.put(i) for i in range(10)]); c = threading.Thread(target=lambda: [res.append(bq.get()) for _ in range(10)])
p.start(); c.start(); p.join(); c.join(); print(res)
def countdown(n):
    while n > 0: n -= 1
t0 = time.perf_counter(); countdown(100000); print(time.perf_counter() > t0)
counter = itertools.count(); cs = Counter()
def w():
    for _ in range(100): cs[next(counter) % 3] += 1
ts = [threading.Thread(target=w) for _ in range(3)]; [t.start() for t in ts]; [t.join() for t in ts]; print(sum(cs.values()), next(counter))
@contextlib.contextmanager
def timed(name):
    yield
    print(name, "done")
with timed("x"): pass
def gen():
    try:
        while True:
            x = yield
            print("gen", x)
    except GeneratorExit: print("closed")
g = gen(); next(g)
t = threading.Thread(target=g.send, args=(5,)); t.start(); t.join(); g.close()
def g2():
    yield time.sleep(0.05)
    yield 2
gg = g2(); err = []
def pull():
    try: next(gg)
    except ValueError as e: err.append(str(e))
ts = [threading.Thread(target=pull) for _ in range(2)]; [t.start() for t in ts]; [t.join() for t in ts]; print(err)
class Philo(threading.Thread):
    running = True
    def __init__(self, i, l, r): threading.Thread.__init__(self, name="P%d" % i); self.l, self.r = l, r; self.eaten = 0
    def run(self):
        for _ in range(3):
            a, b = sorted((self.l, self.r), key=id)
            with a:
                if b.acquire(timeout=1):
                    try: self.eaten += 1; time.sleep(0.001)
                    finally: b.release()
f = [threading.Lock() for _ in range(5)]
ps = [Philo(i, f[i], f[(i+1) % 5]) for i in range(5)]
for p in ps: p.start()
for p in ps: p.join()
print([p.eaten for p in ps], ps[0].name)
print(threading.settrace(None), threading.setprofile(None))
print(threading.get_native_id() == threading.current_thread().native_id, isinstance(threading.get_native_id(), int))
import dataclasses
@dataclasses.dataclass(order=True)
class Job:
    pri: int
    name: str = dataclasses.field(compare=False)
import queue
pq = queue.PriorityQueue()
for j in (Job(3, "c"), Job(1, "a"), Job(2, "b")): pq.put(j)
while not pq.empty(): print(pq.get())
print([n for n in dir(threading.Thread) if not n.startswith("_")])
