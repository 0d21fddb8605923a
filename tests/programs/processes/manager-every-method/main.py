from multiprocessing import Manager, Process
def f(d, l, ns):
    d[1]='1'; d['2']=2; d[0.25]=None; l.reverse(); ns.x += 1
if __name__=='__main__':
    with Manager() as m:
        d=m.dict(); l=m.list(range(10)); ns=m.Namespace(); ns.x=1
        p=Process(target=f,args=(d,l,ns)); p.start(); p.join()
        print(d); print(l); print(ns); print(repr(d)[:26]); print(type(d).__name__, type(l).__name__)
        print(d.copy(), l[2:4], len(l), 5 in l, l + [1], sum(l), sorted(l)[:2], d.keys(), d.items(), d.get('q', 3), list(d))
        try: d['nope']
        except KeyError as e: print(repr(e)); 
        try: l[99]
        except IndexError as e: print(repr(e))
        try: l.foo()
        except AttributeError as e: print(e)
        n = m.list([[1,2]]); n[0].append(3); print(n); x=n[0]; x.append(3); n[0]=x; print(n)
        nn = m.list([m.list([1])]); nn[0].append(2); print(nn[0], [list(i) for i in nn])
        l.append(5); l.extend([6]); l.insert(0, 9); l.pop(); l.remove(9); l.sort(); print(l, l.count(5), l.index(3)); l[0]=100; del l[1]; print(l[:]); l += [7]; l *= 2; print(l)
        v=m.Value('i', 5); v.value+=1; print(v, v.value); a=m.Array('i',[1,2]); print(a); a[0]=5; print(a[:])
        q=m.Queue(); q.put(1); print(q.get(), q.empty()); e=m.Event(); e.set(); print(e.is_set()); lock=m.Lock()
        with lock: print('locked', lock.acquire(False))
        d.update({'a':1}); print(d.setdefault('z',0), d.pop('a'), d.popitem()); d.clear(); print(d, len(d), 'a' in d)
        for k in d: print(k)
        print(m.address is not None)
    try: d['x']=1
    except Exception as e: print(type(e).__name__)
