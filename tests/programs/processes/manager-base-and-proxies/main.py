from multiprocessing.managers import BaseManager, NamespaceProxy, SyncManager, BaseProxy
from multiprocessing import Process
class Counter:
    def __init__(self, start=0): self.n = start; self._hidden = 1
    def inc(self, by=1): self.n += by; return self.n
    def get(self): return self.n
    def fail(self): raise KeyError('nope')
class MyManager(BaseManager): pass
class CounterProxy(NamespaceProxy):
    _exposed_ = ('__getattribute__', '__setattr__', '__delattr__', 'inc', 'get')
    def inc(self, by=1): return self._callmethod('inc', (by,))
MyManager.register('Counter', Counter)
MyManager.register('Counter2', Counter, CounterProxy)
MyManager.register('Limited', Counter, exposed=['get'])
def work(c):
    for _ in range(10): c.inc()
if __name__ == '__main__':
    with MyManager() as m:
        c = m.Counter(5)
        ps = [Process(target=work, args=(c,)) for _ in range(3)]
        [p.start() for p in ps]; [p.join() for p in ps]
        print(c.get())
        try: c.fail()
        except KeyError as e: print(repr(e))
        try: c.n
        except AttributeError as e: print(e)
        d = m.Counter2(1); d.inc(4); print(d.n); d.n = 100; print(d.n)
        l = m.Limited()
        print(l.get())
        try: l.inc()
        except AttributeError as e: print(e)
        print(str(c)[:20], repr(c)[:28])
        try: m.Counter(1,2,3)
        except Exception as e: print(type(e).__name__, str(e)[:60].strip())
