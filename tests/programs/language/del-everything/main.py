"""del of names, items, slices, attributes, in lists."""
a = b = c = 1
del a, (b, [c])
for n in 'abc':
    print(n in globals(), end=' ')
print()
l = list(range(10))
del l[0], l[-1], l[2:4]
print(l)
del l[::2]
print(l)
del l[:]
print(l)
d = {'x': 1, 'y': 2}
del d['x']
print(d)
class O: pass
o = O(); o.p = o.q = 1
del o.p
print(vars(o))
def attempt(f):
    try: f()
    except Exception as e: print(type(e).__name__, e)
def f1(): del [1, 2][5]
def f2(): del {}['k']
def f3(): del (1, 2)[0]
def f4(): del 'abc'[0]
def f5(): del o.zzz
def f6():
    x = 1
    del x
    x
def f7(): del undefined_global
def f8():
    del never
    never = 1
def f9(): del None[0]
def f10(): del [1]['a']
def f11(): [1]['a'] = 2
def f12(): (1,)[0] = 2
def f13(): 'a'[0] = 'b'
def f14(): None[0] = 1
def f15(): [1][5] = 1
def f16(): return [1]['x']
def f17(): return (1,)[1.5]
def f18(): return 5[0]
def f19(): return None[0]
def f20(): return 'abc'[10]
def f21(): return {}[1]
def f22(): return len[0]
def f23(): return O()[0]
def f24(): O()[0] = 1
def f25(): del O()[0]
def f26(): return [1, 2][::0]
def f27(): x = [1, 2, 3]; x[::2] = [1]
def f28(): [1][0:1] = 5
def f29(): return object[0]
for f in (f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21, f22, f23, f24, f25, f26, f27, f28, f29): attempt(f)
class Items:
    def __getitem__(self, k): return ('get', k)
    def __setitem__(self, k, v): print('set', k, v)
    def __delitem__(self, k): print('del', k)
i = Items()
print(i[1], i['a', 2], i[1:2], i[::3], i[1, 2:3, ...], i[()])
i[1] = 2; i[1:2, 3] = 4
del i[5], i[1:]
i[0] += ('x',)
class Del:
    def __del__(self): pass
x = Del(); del x
def loop():
    for v in range(2):
        del v
    try: v
    except UnboundLocalError as e: print(e)
loop()
def closure():
    cell = 1
    def g(): return cell
    del cell
    attempt(g)
closure()
