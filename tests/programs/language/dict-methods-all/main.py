d = {"a": 1, "b": 2}
print(d.get("a"), d.get("z"), d.get("z", 0), d.setdefault("c", 3), d.setdefault("a", 9), d.pop("b"), d.pop("zz", "dflt"), d, d.popitem(), d)
d.update({"x": 1}, y=2); d.update([("z", 3)]); d |= {"w": 4}; print(d, d | {"a": 0}, {"q": 1} | d == {"q": 1, **d}, list(d), list(d.values()), list(d.items()))
print(dict(a=1), dict([("k", 1)]), dict({"k": 1}, z=2), dict.fromkeys("ab"), dict.fromkeys([1, 2], []), dict(zip("ab", [1, 2])), len(d), "a" in d, bool({}), list(reversed({"a": 1, "b": 2})))
d.clear(); print(d, {1: "a", 1.0: "b", True: "c"}, {"a": 1} == {"a": 1.0}, {"a": 1, "b": 2} == {"b": 2, "a": 1}, d.copy())
for f in (lambda: d["k"], lambda: d.pop("k"), lambda: d.popitem(), lambda: {[]: 1}, lambda: dict(5), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: dict(["ab", "cd"]), lambda: dict(["abc"]), lambda: {} < {}, lambda: {} + {}, lambda: d.update(5), lambda: {"a": 1} | [("b", 2)], lambda: dict(**{1: 2}), lambda: d.fromkeys(5), lambda: d.get(), lambda: d.get([])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
