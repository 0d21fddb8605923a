from multiprocessing import shared_memory, Process, Value, Array, Lock, Queue
from multiprocessing.managers import SharedMemoryManager
import time
def w(name, n):
    s = shared_memory.SharedMemory(name=name)
    for i in range(n): s.buf[i] = i * 3
    s.close()
def wl(name):
    l = shared_memory.ShareableList(name=name)
    l[0] = 'changed'; l[1] += 1.5
    l.shm.close()
if __name__ == '__main__':
    shm = shared_memory.SharedMemory(create=True, size=16)
    p = Process(target=w, args=(shm.name, 5)); p.start(); p.join()
    print(bytes(shm.buf[:6]), shm.size, len(shm.buf), type(shm.buf))
    shm2 = shared_memory.SharedMemory(shm.name)
    shm2.buf[0:3] = b'abc'
    print(bytes(shm.buf[:6]))
    shm2.close(); shm.close(); shm.unlink()
    try: shared_memory.SharedMemory(name=shm.name)
    except FileNotFoundError as e: print(e.errno, e.strerror, e.filename == '/' + shm.name)
    try: shared_memory.SharedMemory(create=True, size=0)
    except ValueError as e: print(e)
    s = shared_memory.SharedMemory(name='mine', create=True, size=8)
    print(s)
    try: shared_memory.SharedMemory(name='mine', create=True, size=8)
    except FileExistsError as e: print(e)
    s.close(); s.unlink()
    l = shared_memory.ShareableList(['howdy', 2.0, None, True, 5, b'xy'])
    p = Process(target=wl, args=(l.shm.name,)); p.start(); p.join()
    print(list(l), len(l), l.format, l.count(None), l.index(5))
    try: l[0] = 'a very much longer string than before'
    except ValueError as e: print(e)
    try: l[9]
    except IndexError as e: print(e)
    l.shm.close(); l.shm.unlink()
    with SharedMemoryManager() as smm:
        sl = smm.ShareableList(range(4)); print(sl[3]); b = smm.SharedMemory(10); print(b.size)
    import struct
    n = shared_memory.SharedMemory(create=True, size=8)
    struct.pack_into('q', n.buf, 0, -5); print(struct.unpack_from('q', n.buf, 0))
    mv = n.buf.cast('q'); print(mv[0]); 
    mv.release(); n.close(); n.unlink()
    v = Value('d', 3.5); a = Array('c', b'hello'); print(v, v.value, a.value, a.raw, a[:2])
    a.value = b'hi'; print(a.raw)
    try: a.value = b'toolong'
    except ValueError as e: print(e)
    x = Array('i', 5); print(x[:], x.get_lock(), x.get_obj()) if False else print(x[:])
    pass
    try: Value('z', 1)
    except Exception as e: print(type(e).__name__, e)
    try: Array('i', [1.5])
    except TypeError as e: print(e)
    try: v.value = 'x'
    except TypeError as e: print(e)
    print(Value('i', 2**31).value, Value('b', 200).value, Value('f', 0.1).value)
