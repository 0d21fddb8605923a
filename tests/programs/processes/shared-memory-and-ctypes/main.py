import builtins
import re


def print(*items, **how):
    """Without addresses."""
    builtins.print(*[re.sub("0x[0-9a-f]+", "0x", str(item)) for item in items], **how)


from multiprocessing import shared_memory, Process, Value, Array, Lock
import ctypes
from multiprocessing.managers import SharedMemoryManager
def f(name): 
    s = shared_memory.SharedMemory(name=name); s.buf[:5] = b'howdy'; s.close()
if __name__=='__main__':
    s = shared_memory.SharedMemory(create=True, size=10)
    print(len(s.buf) >= 10, s.size>=10, type(s.buf)); s.buf[0]=1; s.buf[1:3]=b'ab'; print(bytes(s.buf[:5]))
    p = Process(target=f, args=(s.name,)); p.start(); p.join(); print(bytes(s.buf[:5])); s.close(); s.unlink()
    try: shared_memory.SharedMemory(name=s.name)
    except FileNotFoundError as e: print('FNF', e.errno)
    a = shared_memory.ShareableList(['howdy', b'HoWdY', -273.154, 100, None, True, 42]); print([type(x) for x in a]); print(a[2]); a[2]=-78.5; print(a[2]); print(len(a), a.index(42), a.count(b'HoWdY'))
    b = shared_memory.ShareableList(range(5), name=None); c = shared_memory.ShareableList(name=b.shm.name); c[-1]=-999; print(b[-1]); 
    for x in (a,b): x.shm.close(); x.shm.unlink()
    with SharedMemoryManager() as smm:
        sl = smm.ShareableList(range(10)); print(sum(sl))
    v=Value('i', 3); print(v, v.value); arr=Array('d', [1.5,2.5]); print(arr[:], len(arr), arr); w=Value(ctypes.c_double, 2.0, lock=False); print(w); x=Value('c', b'a'); print(x.value); s=Array('c', b'hello'); print(s.value, s.raw)
    try: Value('q1')
    except Exception as e: print(type(e).__name__, e)
    try: v.value='x'
    except TypeError as e: print(e)
    l=Lock(); z=Value('i',0,lock=l); print(z.get_lock() is l, z.get_obj())
