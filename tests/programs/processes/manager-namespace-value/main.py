import multiprocessing as mp
import time, os

def change(ns, v):
    ns.x += 1
    v.value = v.value * 2

if __name__ == '__main__':
    with mp.Manager() as m:
        ns = m.Namespace(x=1); v = m.Value("i", 4)
        p = mp.Process(target=change, args=(ns, v)); p.start(); p.join()
        print(ns.x, ns, v.value, v.get(), v)
        ns.y = [1]; ns.y.append(2); print(ns.y); del ns.y
        try:
            ns.y
        except AttributeError as exc:
            print("AttributeError")
