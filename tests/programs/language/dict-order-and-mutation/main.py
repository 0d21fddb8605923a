d = {}
for k in "cab": d[k] = ord(k)
d["c"] = 0; print(d); del d["a"]; d["a"] = 1; print(d, next(iter(d)), list(d)[-1])
try:
    for k in d: d[k + "x"] = 1
except RuntimeError as e: print(e)
d = {"a": 1, "b": 2}
try:
    for k in d: del d[k]
except RuntimeError as e: print(e)
for k in list(d): d.pop(k)
print(d)
d = {i: i for i in range(3)}
for k in d: d[k] = k * 2
print(d)
nested = {"a": {"b": {"c": 1}}}; nested["a"]["b"]["d"] = 2; print(nested)
r = {}; r["self"] = r; print(r); l = []; l.append(l); print(l, [r])
print(sorted({3: "c", 1: "a"}.items()), {**{"a": 1, "b": 2}, "a": 3}, {k: v for v, k in enumerate("ab")})
class M(dict):
    def __missing__(self, k): self[k] = v = k * 2; return v
m = M(); print(m["x"], m, m.get("y"), "y" in m)
