import multiprocessing as mp
from multiprocessing.pool import Pool
class NoDaemonProcess(mp.Process):
    @property
    def daemon(self): return False
    @daemon.setter
    def daemon(self, value): pass
class NoDaemonContext(type(mp.get_context('fork'))):
    Process = NoDaemonProcess
class MyPool(Pool):
    def __init__(self, *a, **k):
        k['context'] = NoDaemonContext(); super().__init__(*a, **k)
def sq(x): return x * x
def outer(n):
    with mp.Pool(2) as p: return p.map(sq, range(n))
def bad(n):
    try:
        with mp.Pool(2) as p: return p.map(sq, range(n))
    except AssertionError as e: return str(e)
if __name__ == '__main__':
    with MyPool(2) as p: print(p.map(outer, [2, 3]))
    with mp.Pool(1) as p: print(p.map(bad, [2]))
