import multiprocessing as mp
import time, os

def put(d, k):
    d[k] = k * 2

if __name__ == '__main__':
    with mp.Manager() as m:
        d = m.dict(a=1)
        for k in ("x", "y"):
            p = mp.Process(target=put, args=(d, k)); p.start(); p.join()
        print(d, len(d), "x" in d, d.get("no"), sorted(d.keys()), sorted(map(str, d.values())), sorted(d.items(), key=str), d.copy())
        print([k for k in d], d.pop("x"), d.setdefault("z", 3)); d.update(q=4); print(d)
        try:
            d["none"]
        except KeyError as exc:
            print("KeyError", exc)
