import multiprocessing as mp
import time, os

def square(a):
    for i in range(len(a)):
        a[i] = a[i] ** 2

if __name__ == '__main__':
    a = mp.Array("i", [1, 2, 3, 4])
    p = mp.Process(target=square, args=(a,)); p.start(); p.join()
    print(a[:], len(a), a[1], a[-1], a[1:3], list(a))
    a[0:2] = [9, 8]
    print(a[:])
    b = mp.Array("d", 3)
    print(b[:])
    for call in (lambda: a[10], lambda: a.__setitem__(0, "x"), lambda: a.__setitem__(slice(0, 2), [1])):
        try:
            call()
        except (IndexError, TypeError, ValueError) as exc:
            print(type(exc).__name__)
    s = mp.Array("c", b"hello")
    print(s.value, s.raw, len(s)); s.value = b"hi"; print(s.value, s.raw)
