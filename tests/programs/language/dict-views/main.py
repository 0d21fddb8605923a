d = {"a": 1, "b": 2}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), "a" in k, 1 in v, ("a", 1) in i, ("a", 2) in i)
d["c"] = 3; print(k, list(reversed(k)), list(reversed(v)))
print(sorted(k & {"a", "z"}), sorted(k | {"z"}), sorted(k - {"a"}), sorted(k ^ {"a", "q"}), k == {"a", "b", "c"}, k >= {"a"}, sorted({"a", "x"} - k), i & {("a", 1)}, k.isdisjoint({"q"}))
for f in (lambda: k[0], lambda: k + [1], lambda: hash(k), lambda: v == v, lambda: v == d.values(), lambda: k.mapping["a"], lambda: {}.keys() < 5, lambda: d.items() | 5):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(repr({}.keys()), repr({1: [2]}.items()), type(k).__name__, type(iter(i)).__name__, max(d.values()), max(d, key=d.get), sum(d.values()))
