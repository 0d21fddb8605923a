from multiprocessing import Process, Manager
import time
def f(d, l, ns, i):
    d[i] = i*i
    l.append(i)
    ns.total += i
if __name__ == '__main__':
    with Manager() as manager:
        d = manager.dict(); l = manager.list(range(3)); ns = manager.Namespace(total=0, who="me")
        for i in range(4):
            p = Process(target=f, args=(d, l, ns, i)); p.start(); p.join()
        print(d, l, ns)
        print(repr(d)[:20], type(d), str(l))
        print(d.copy(), sorted(d.items()), d.get(99), d.pop(0), len(d), 3 in d)
        l.sort(reverse=True); print(l[:], l[0], l[1:3], len(l))
        l += [7]; print(l)
        l.extend([1]); l.reverse(); print(list(l), l.count(1), l.index(7))
        nested = manager.list([manager.dict(a=1), manager.list()])
        nested[0]['b'] = 2; nested[1].append('x')
        print(nested[0], nested[1])
        d['x'] = [1]
        d['x'].append(2)
        print(d['x'])
        tmp = d['x']; tmp.append(3); d['x'] = tmp; print(d['x'])
        try: d['nope']
        except KeyError as e: print("KeyError", e)
        try: l[100]
        except IndexError as e: print("IndexError", e)
        try: d.nothing
        except AttributeError as e: print(e)
        try: ns.nothing
        except AttributeError as e: print(e)
        v = manager.Value('i', 3); v.value += 4; print(v, v.value)
        a = manager.Array('i', [1,2,3]); a[0] = 10; print(a, a[:], len(a))
        lk = manager.RLock()
        with lk: print("locked")
        ev = manager.Event(); print(ev.is_set(), ev.wait(0.01)); ev.set(); print(ev.wait())
        b = manager.Barrier(1); print(b.wait(), b.parties)
        print([1]+l if False else l + [5], l*2)
        pool = manager.Pool(2); print(pool.map(abs, [-1,-2])); 
        print(set(d.keys()) == {1,2,3,'x'}, list(iter(l)))
    try:
        print(len(d))
    except Exception as e:
        print(type(e).__name__)
