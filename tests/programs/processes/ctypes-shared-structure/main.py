from multiprocessing import Process, Value, Array, Lock
import ctypes
def add(v, l):
    for _ in range(100):
        with v.get_lock(): v.value += 1
def arr(a, i):
    for k in range(len(a)): a[k] += i
class Point(ctypes.Structure):
    _fields_ = [('x', ctypes.c_double), ('y', ctypes.c_double)]
def modify(n, x, s, A):
    n.value **= 2; x.value **= 2; s.value = s.value.upper()
    for a in A: a.x **= 2; a.y **= 2
if __name__ == '__main__':
    v = Value('i', 0); a = Array('i', 3)
    ps = [Process(target=add, args=(v, None)) for _ in range(4)] + [Process(target=arr, args=(a, 2))]
    [p.start() for p in ps]; [p.join() for p in ps]; print(v.value, a[:], list(a), a[1:], len(a))
    lock = Lock()
    n = Value('i', 7); x = Value(ctypes.c_double, 1.0/3.0, lock=False); s = Array('c', b'hello world', lock=lock)
    A = Array(Point, [(1.875,-6.25), (-5.75,2.0), (2.375,9.5)], lock=lock)
    p = Process(target=modify, args=(n, x, s, A)); p.start(); p.join()
    print(n.value); print(x.value); print(s.value); print([(a.x, a.y) for a in A])
    try: a[0] = 2**40; print(a[0])
    except Exception as e: print(type(e))
    try: a[5]
    except IndexError as e: print(e)
    u = Value('u', 'é'); print(u.value); d = Value(ctypes.c_longlong, 2**40); print(d.value); b = Value('b', 300); print(b.value); B = Value(ctypes.c_bool, True); print(B.value)
