from collections.abc import *
print([isinstance(x, Iterable) for x in ([], "", {}, 5, iter([]))], [isinstance(x, Hashable) for x in (1, [], (), "s")])
print(isinstance([], Sequence), isinstance((), MutableSequence), isinstance({}, Mapping), isinstance(set(), Set), isinstance(range(1), Sequence))
print(isinstance(len, Callable), isinstance((x for x in ()), Generator), issubclass(dict, MutableMapping), issubclass(str, Collection))
class Deck(Sequence):
    def __init__(self, v): self.v = v
    def __getitem__(self, i): return self.v[i]
    def __len__(self): return len(self.v)
d = Deck([3, 1, 2])
print(list(d), 1 in d, list(reversed(d)), d.index(2), d.count(3))
class M(MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = M(); m.update(a=1, b=2); m.setdefault("c", 3)
print(dict(m), m.pop("a"), m.get("zz"), "b" in m, list(m.items()), m == {"b": 2, "c": 3})
class S(Set):
    def __init__(self, it): self.s = list(dict.fromkeys(it))
    def __contains__(self, x): return x in self.s
    def __iter__(self): return iter(self.s)
    def __len__(self): return len(self.s)
print(sorted(S([1, 2]) | S([3])), sorted(S([1, 2]) & S([2])), S([1]) <= S([1, 2]), S([1]) == S([1]))
try: Sequence()
except TypeError as e: print(e)
