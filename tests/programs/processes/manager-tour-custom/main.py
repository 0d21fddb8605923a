import multiprocessing as mp
from multiprocessing.managers import BaseManager, NamespaceProxy, SyncManager, RemoteError
class MathsClass:
    def __init__(self): self.k = 5
    def add(self, x, y): return x + y
    def mul(self, x, y): return x * y
    def fail(self): raise ValueError("in server")
    def _private(self): return 1
    def count(self):
        for i in range(3): yield i
class Counter:
    def __init__(self): self.n = 0
    def inc(self): self.n += 1; return self.n
    def get(self): return self.n
class MyManager(BaseManager): pass
MyManager.register('Maths', MathsClass)
MyManager.register('Counter', Counter, exposed=['inc', 'get'])
MyManager.register('get_list', callable=lambda: [1, 2, 3])
def bump(c):
    for _ in range(10): c.inc()
def nest(d, k): d[k] = d.get(k, 0) + 1; d.setdefault('who', []) 
if __name__ == '__main__':
    with MyManager() as m:
        a = m.Maths(); print(a.add(1, 2), a.mul(3, 4), type(a).__name__)
        try: a.fail()
        except ValueError as e: print(repr(e), type(e.__cause__).__name__ )
        try: a._private()
        except AttributeError as e: print(e)
        try: a.k
        except AttributeError as e: print(e)
        try: a.add(1)
        except TypeError as e: print(e)
        c = m.Counter()
        ps = [mp.Process(target=bump, args=(c,)) for _ in range(3)]
        [p.start() for p in ps]; [p.join() for p in ps]; print(c.get())
        print(m.get_list()) if False else print(str(m.get_list()))
        try: m.nothere()
        except AttributeError as e: print(e)
        print(a._callmethod('add', (5, 6)))
        try: a._callmethod('nope')
        except Exception as e: print(type(e).__name__, str(e).splitlines()[-2] if isinstance(e, RemoteError) else e)
        print(str(a).split(' at ')[0])
    with mp.Manager() as m:
        d = m.dict({'a': 1}); d.update(b=2, c=3); print(d, list(d), d.values(), 'a' in d, d == {'a':1,'b':2,'c':3})
        del d['a']; print(d.popitem(), d.setdefault('z', 5)); d.clear(); print(len(d), d)
        nest(d, 'k'); nest(d, 'k'); print(d)
        l = m.list([3, 1, 2]); l[0:2] = [9, 8, 7]; print(l, l + [1], 2 * l, l.pop(), l.pop(0), l); l.insert(0, 'i'); l.remove(8); print(l); del l[0]; print(l, [x for x in l], sum(l), max(l), 7 in l)
        dd = m.dict(); dd['l'] = m.list([1]); dd['l'].append(2); print(dd['l'][:], dd)if False else print(dd['l'][:])
        ll = m.list([m.list() for _ in range(2)]); ll[0].append(5); print([list(x) for x in ll]); print(str(ll).count("ListProxy"))
        ns = m.Namespace(); ns.x = 1; ns.y = [1]; ns.y.append(2); print(ns.x, ns.y, ns); del ns.x
        print(hasattr(ns, 'x'), hasattr(ns, 'y'))
        q = m.Queue(2); q.put(1); q.put(2); print(q.full(), q.qsize(), q.get(), q.empty())
        import queue
        try: q.get(); q.get(timeout=0.01)
        except queue.Empty: print("Empty")
        sem = m.Semaphore(1); print(sem.acquire(), sem.acquire(False)); cond = m.Condition(); 
        with cond: cond.notify()
        lk = m.Lock(); print(lk.acquire(), lk.acquire(blocking=False)); lk.release()
        try: lk.release()
        except RuntimeError as e: print(e)
        v = m.Value('d', 1.5); v.set(2.5); print(v.get(), v); arr = m.Array('d', (1, 2)); print(list(arr), arr)
        print(isinstance(m, SyncManager), m.address is not None, d.__class__)
        s = m.list("abc"); print("".join(s), s.index("b"), sorted(s, reverse=True), len(s), s == ['a','b','c'], s[:] == ['a','b','c'])
        try: m.set
        except AttributeError as e: print(e)
