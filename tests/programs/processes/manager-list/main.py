import multiprocessing as mp
import time, os

def push(l, n):
    l.append(n)

if __name__ == '__main__':
    with mp.Manager() as m:
        l = m.list([1, 2])
        for n in (5, 6):
            p = mp.Process(target=push, args=(l, n)); p.start(); p.join()
        print(l, len(l), l[0], l[1:3], 5 in l, list(l), l.index(6), l.count(1))
        l += [9]; l.sort(reverse=True); print(l); l.reverse(); print(l.pop(), l)
        del l[0]; l[0] = "x"; print(l, str(l))
        try:
            l[50]
        except IndexError as exc:
            print("IndexError", exc)
        try:
            l.nothing
        except AttributeError as exc:
            print("AttributeError", exc)
