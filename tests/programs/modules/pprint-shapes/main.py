"""pprint of nested data, widths, depths, classes of collections."""
import pprint
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple
from dataclasses import dataclass
from types import SimpleNamespace

data = {"name": "x" * 30, "list": list(range(30)), "nested": {"a": [1, 2, {"b": (1, 2, 3)}], "c": "y" * 60}, "set": {3, 1, 2}, "t": (1,), "e": [],
        "s": "a long string with several words that has to be broken over lines because it is too long for the width"}
pprint.pprint(data)
pprint.pprint(data, width=40, indent=2)
pprint.pprint(data, depth=1)
print(pprint.pformat([1, 2, 3]), pprint.pformat({"b": 1, "a": 2}, sort_dicts=False))
pprint.pp({"b": 1, "a": 2})
pprint.pprint(list(range(50)), compact=True)
pprint.pprint(OrderedDict([("k%d" % i, "v" * 10) for i in range(6)]))
pprint.pprint(defaultdict(list, {i: [i] * 5 for i in range(8)}))
pprint.pprint(Counter("hello world this is"))
pprint.pprint(deque(range(40), maxlen=50))
pprint.pprint(ChainMap({"a": "x" * 40}, {"b": "y" * 40}))
P = namedtuple("P", "x y")
pprint.pprint([P(1, 2)] * 6)


@dataclass
class D:
    a: int
    b: str
    c: list


pprint.pprint(D(1, "z" * 60, list(range(20))))
pprint.pprint(SimpleNamespace(a="x" * 50, b="y" * 50))
pprint.pprint({1: {2: {3: {4: "deep"}}}}, depth=2)
pprint.pprint("word " * 30)
pprint.pprint(b"y" * 100)
pprint.pprint(frozenset(range(30)), width=20)
pprint.pprint(12345678901234, underscore_numbers=True)
loop = [1]
loop.append(loop)
print(pprint.isreadable(data), pprint.isrecursive(data), pprint.isrecursive(loop), pprint.saferepr({"b": 1, "a": [2]}))
