from multiprocessing import Manager, Process
import multiprocessing as mp
def w(d, l, n, ns, v, a, lock):
    with lock:
        d["k"] = d.get("k", 0) + n; l.append(n); ns.total += n; v.value += n; a[0] += n
def t(fn):
    try: print(fn())
    except BaseException as e: print(type(e).__name__, e)
class C:
    def __init__(self): self.x = 1
    def inc(self): self.x += 1; return self.x
if __name__ == "__main__":
    with Manager() as m:
        d, l, ns, v, a, lock = m.dict(), m.list(), m.Namespace(total=0), m.Value("i", 0), m.Array("i", [0, 1]), m.Lock()
        ps = [Process(target=w, args=(d, l, n, ns, v, a, lock)) for n in range(1, 5)]
        [p.start() for p in ps]; [p.join() for p in ps]
        print(d, sorted(l), ns.total, v.value, a[:], ns, v, len(l), 3 in l, type(l).__name__, type(d).__name__)
        outer = m.list([m.dict(a=1), [1, 2]])
        outer[0]["b"] = 2; outer[1].append(3); print(outer[0], outer[1], str(outer[0]))
        d["inner"] = m.list([1]); d["inner"].append(2); print(list(d["inner"]), d["inner"][:])
        t(lambda: d["missing"]); t(lambda: l[99]); t(lambda: l.nope); t(lambda: l.remove(77)); t(lambda: d.append)
        t(lambda: l.__getitem__("x")); t(lambda: ns.nothing)
        l.sort(reverse=True); print(l[1:3], l.count(4), l.index(1), l.pop(), l + [9], l * 2); l += [7]; l.extend([8]); l.reverse(); print(list(l))
        print(sorted(map(str, d.keys())), d.pop("k"), d.setdefault("z", 5), "z" in d, [k for k in d if k == "z"], d.copy().keys()); d.update(q=1); print(d.get("q"), len(d)); d.clear(); print(dict(d), bool(d))
        q = m.Queue(2); q.put(1); q.put(2); t(lambda: q.put_nowait(3)); print(q.qsize(), q.get(), q.full(), q.empty()); t(lambda: (q.get(), q.get_nowait()))
        e = m.Event(); print(e.is_set()); e.set(); print(e.wait(1)); b = m.Barrier(1); print(b.wait(), b.parties); s = m.Semaphore(1); print(s.acquire(), s.acquire(False)); c = m.Condition()
        with c: c.notify_all()
        t(lambda: c.notify())
        p = m.Pool(2); print(p.map(abs, [-1, -2])); p.close(); p.join()
        print(m.address is not None)
        r = repr(l); print(r.split(" at ")[0], r.split(",")[0].split("<")[1])
    t(lambda: l.append(1))
    t(lambda: m.list())
