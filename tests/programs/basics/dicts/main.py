"""Dictionaries: order, views, methods, merging."""
d = {"b": 1, "a": 2}
d["c"] = 3
d["b"] = 10
print(d, len(d), d["a"], d.get("x"), d.get("x", 0), "a" in d, "x" not in d)
print(list(d), list(d.values()), list(d.items()), list(reversed(d)))
del d["b"]
d["b"] = 11
print(d, d.pop("a"), d.pop("zz", None), d.popitem(), d)
print(d.setdefault("list", []), d.setdefault("c", 99), d)
d.setdefault("list", []).append(1)
d.update({"c": 4}, e=5)
d.update([("f", 6)])
print(d, d | {"z": 0}, {"z": 0} | {"z": 1})
d |= {"g": 7}
print(d)
copy = d.copy()
copy["list"].append(2)
copy["new"] = 1
print(d["list"], "new" in d, d == copy, {"a": 1, "b": 2} == {"b": 2, "a": 1})
print(dict(a=1, b=2), dict([("x", 1)]), dict(zip("ab", [1, 2])), dict.fromkeys("ab", 0), dict.fromkeys([1, 2]))
print({n: n * n for n in range(5) if n % 2}, {k: v for k, v in sorted({"z": 1, "y": 2}.items())})
keys = {"a": 1, "b": 2}.keys()
print(keys & {"a", "c"}, sorted(keys | {"c"}), keys - {"a"}, keys == {"a", "b"}, keys)
print({1: "int", 1.0: "float", True: "bool"}, {(1, 2): "tuple", None: "none"})
print({}.items(), {"a": 1}.values(), bool({}), bool({0: 0}))
counts = {}
for letter in "mississippi":
    counts[letter] = counts.get(letter, 0) + 1
print(counts, sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])), max(counts, key=counts.get))
nested = {"a": {"b": {"c": 1}}}
nested["a"]["b"]["d"] = [1, {"e": 2}]
print(nested, nested["a"]["b"]["d"][1]["e"])
d = {}
d["self"] = d
print(d)
d.clear()
print(d)
try:
    for key in (d := {"a": 1, "b": 2}):
        d[key + key] = 0
except RuntimeError as error:
    print("RuntimeError:", error)
for bad in (lambda: {}["missing"], lambda: {[]: 1}, lambda: {}.popitem(), lambda: {"a": 1}.pop("b"), lambda: {{}: 1},
            lambda: dict([1]), lambda: {1: 2} < {1: 3}):
    try:
        print(bad())
    except (KeyError, TypeError) as error:
        print(type(error).__name__ + ":", error)
