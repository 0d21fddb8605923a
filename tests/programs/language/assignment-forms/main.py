"""Assignment targets: chained, starred, nested, augmented, walrus, annotated."""
a, b = b, a = 1, 2
print(a, b)
(x, y), [z, *w] = (1, 2), 'abc'
print(x, y, z, w)
first, *mid, last = range(5)
*init, end = [1]
h, *t = 'q'
print(first, mid, last, init, end, h, t)
[p, [q, [r]]] = 1, (2, [3])
print(p, q, r)
class O: pass
o = O()
d = {}
l = [0] * 3
o.a, d['k'], l[1], (l[2], o.b) = 1, 2, 3, (4, 5)
print(o.a, d, l, o.b)
i = 0
i, l[i] = 2, 9
print(i, l)
l[0], l[1] = l[1], l[0]
print(l)
for k, (v, *rest) in {'a': (1, 2, 3)}.items(): print(k, v, rest)
for o.loop in range(2): pass
for l[0] in range(5): pass
print(o.loop, l)
n = 10
n += 1; n -= 2; n *= 3; n //= 2; n **= 2; n %= 100; n <<= 2; n >>= 1; n |= 1; n &= 0xff; n ^= 5; n /= 2
print(n)
if (m := 5) > 3 and (k := m * 2): print(m, k)
while (m := m - 1) > 2: print('w', m, end=' ')
print([last := c for c in 'abc'], last, (u := 1, u + 1), f'{(fs := 3)}', fs)
ann: int = 5
unset: str
o.ann: int = 6
print(ann, __annotations__, o.ann, 'unset' in globals())
def local_ann():
    v: int
    try: v
    except UnboundLocalError as e: print(e)
    w: undefined_type = 3
    return w
print(local_ann())
class Ann:
    f: int = 1
    g: 'str'
print(Ann.__annotations__, Ann.f)
def attempt(f):
    try: f()
    except Exception as e: print(type(e).__name__, e)
def u1(): a, b = 1
def u2(): a, b = 1, 2, 3
def u3(): a, b, c = [1, 2]
def u4(): a, *b, c = [1]
def u5(): (a, b), c = 1, 2
def u6(): [a] = []
def u7(): a, b = None
def u8(): a, b = {1: 2}
def u9(): a, b = iter([1, 2, 3])
def u10(): (*a,) = 5
for f in (u1, u2, u3, u4, u5, u6, u7, u8, u9, u10): attempt(f)
print([*range(2), *'ab', *{}], (*[1], 2), {*[1, 2], 3}, {**{'a': 1}, 'b': 2, **{'a': 3}})
x = *[1, 2], 3
print(x)
def ret(): return 1, *[2, 3]
print(ret())
def gen(): yield 1, *[2]
print(list(gen()))
print(l[*[0]] if False else d['k'], [1, 2, 3][-1:][0])
del a
a = [1, 2]; a[:] = [3]; a[1:1] = [4, 5]; a[::2] = 'xy'
print(a)
