s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, s.indices(6), slice(None).indices(5), slice(None, None, -1).indices(5), slice(5) == slice(None, 5, None), slice(-3, None).indices(10))
l = list(range(10)); print(l[s], l[slice(2)], "abcdef"[slice(1, 3)], l[-100:100], l[5:2], l[::100], l[9:0:-3])
class G:
    def __getitem__(self, k): return k
g = G(); print(g[1], g[1:2], g[::3], g[1, 2], g[1:2, 3], g[...], g[:, 0], g[()], g["a":"b"], g[None:], g[-1], g[lambda: 0] is not None, g[*[1, 2]])
for f in (lambda: l[::0], lambda: l["a":], lambda: l[1.5:], lambda: slice(), lambda: s.indices(-1), lambda: hash(s), lambda: slice(1, 2) < slice(1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class I:
    def __index__(self): return 2
print(l[I():], l[I()], "abc"[I()], slice(I(), 5).indices(9), (slice(1, 2), 3)[0])
