import multiprocessing as mp, os, sys, time
from multiprocessing import Pool, Manager, Queue, Lock
CONFIG = {"x": 1}
class Point:
    def __init__(self, x, y): self.x, self.y = x, y
    def __repr__(self): return f"Point({self.x}, {self.y})"
    def move(self, d): return Point(self.x + d, self.y + d)
def init(lock, val):
    global L, V
    L, V = lock, val
def work(i):
    with L:
        V.value += i
    return V.value >= i
def cfg(_): return CONFIG["x"]
def unp(args): a, b = args; return a * b
def name(_): return mp.current_process().name
def mv(p, d=1): return p.move(d)
def env(k): return os.environ.get(k)
def argv(_): return len(sys.argv), __name__
class Acc:
    def __init__(self): self.n = 0
    def add(self, x): self.n += x; return self.n
    def __call__(self, x): return x + 100
def worker_q(q, results):
    while True:
        item = q.get()
        if item is None: break
        results.append(item ** 2)
if __name__ == "__main__":
    mp.set_start_method("spawn")
    CONFIG["x"] = 2
    os.environ["MYKEY"] = "v"
    lock, v = mp.Lock(), mp.Value("i", 0, lock=False)
    with Pool(2, initializer=init, initargs=(lock, v)) as p:
        print(all(p.map(work, range(20))), v.value)
        print(p.map(cfg, range(2)), p.map(unp, [(1, 2), (3, 4)]))
        print(p.apply(mv, (Point(1, 2),), {"d": 5}), p.map(Point(0, 0).move, [1, 2]))
        a = Acc()
        print(p.map(a.add, [1, 2, 3], chunksize=1), a.n, p.map(a, [1]))
        print(p.apply(env, ("MYKEY",)), p.apply(argv, (0,)))
        print(p.map(str.upper, ["a", "b"]), p.map(len, ["abc"]), p.map(abs, (x for x in (-1, -2))))
        try: p.map(lambda x: x, [1])
        except Exception as e: print(type(e).__name__, str(e).split(" at 0x")[0])
        try:
            p.map(p.map, [1])
        except NotImplementedError as e: print(e)
    with Manager() as m:
        q, res = m.Queue(), m.list()
        for i in range(6): q.put(i)
        for _ in range(2): q.put(None)
        ps = [mp.Process(target=worker_q, args=(q, res)) for _ in range(2)]
        for p in ps: p.start()
        for p in ps: p.join()
        print(sorted(res), [p.exitcode for p in ps])
    try:
        mp.Process(target=lambda: 0).start()
    except Exception as e: print(type(e).__name__, str(e).split(" at 0x")[0])
    try:
        mp.Process(target=worker_q, args=(open(__file__), 1)).start()
    except Exception as e: print(type(e).__name__, e)
    q = Queue()
    try:
        import pickle; pickle.dumps(q)
    except RuntimeError as e: print(e)
    try: pickle.dumps(mp.current_process().authkey)
    except TypeError as e: print(e)
