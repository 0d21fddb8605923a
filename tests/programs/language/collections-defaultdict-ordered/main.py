from collections import defaultdict, OrderedDict, ChainMap
d = defaultdict(list); d["a"].append(1); d["b"]; print(d, d.get("zz"), "zz" in d, dict(d), d.default_factory, defaultdict(int, x=1)["y"])
n = defaultdict(lambda: defaultdict(int)); n["a"]["b"] += 1; print({k: dict(v) for k, v in n.items()})
try: defaultdict(None)["x"]
except KeyError as e: print("KeyError", e)
try: defaultdict(5)
except TypeError as e: print(e)
o = OrderedDict(a=1, b=2, c=3); o.move_to_end("a"); print(o, list(o)); o.move_to_end("a", last=False); print(o.popitem(), o.popitem(last=False), o, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1) == {"a": 1}, list(reversed(OrderedDict(a=1, b=2))))
try: o.move_to_end("zz")
except KeyError as e: print(e)
base, over = {"x": 1, "y": 2}, {"x": 10}
c = ChainMap(over, base); print(c["x"], c["y"], dict(c), c.maps, len(c), c.new_child({"z": 0})["z"], c.parents["x"]); c["new"] = 1; print(over, list(c)); del c["new"]
try: del c["y"]
except KeyError as e: print(e)
try: c["q"]
except KeyError as e: print(e)
