class K:
    def __init__(self, k): self.k = k
    def __hash__(self): return hash(self.k)
    def __eq__(self, o): return isinstance(o, K) and o.k == self.k
d = {K(1): "a", K("x"): "b"}
print(d[K(1)], d[K("x")], K(2) in d, len({K(1), K(1), K(2)}))
print(hash(1) == hash(1.0) == hash(True) == hash(1 + 0j), hash(2 ** 61 - 1), hash(-1), hash(-2), hash(0.5) == hash(0.5))
print(hash((1, 2)) == hash((1, 2)), hash(frozenset([1, 2])) == hash(frozenset([2, 1])), hash("a") == hash("a"))
for bad in ([], {}, set(), bytearray(), ([1],), {"a": 1}.items()):
    try: hash(bad)
    except TypeError as e: print(e)
class NoHash:
    __hash__ = None
try: {NoHash(): 1}
except TypeError as e: print(e)
class BadHash:
    def __hash__(self): return "x"
try: hash(BadHash())
except TypeError as e: print(e)
class Big:
    def __hash__(self): return 2 ** 70
print(hash(Big()) == hash(2 ** 70))
d = {1: "int"}; d[1.0] = "float"; d[True] = "bool"
print(d)
