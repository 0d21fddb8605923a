"""collections, itertools and functools as everyday programs use them."""
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from functools import cmp_to_key, partial, reduce
from itertools import accumulate, chain, combinations, count, cycle, groupby, islice, permutations, product, repeat, takewhile

d = deque([1, 2, 3], maxlen=4)
d.append(4)
d.appendleft(0)
d.append(5)
print(d, d.popleft(), d.pop(), len(d), d[0], list(d), 3 in d)
d.rotate(1)
d.extend([7, 8])
print(d, d.maxlen)
c = Counter("abracadabra")
print(c.most_common(2), c["a"], c["z"], sum(c.values()), Counter(a=1) + Counter(a=2, b=1))
groups = defaultdict(list)
for word in ("apple", "avocado", "bean"):
    groups[word[0]].append(word)
print(dict(groups), groups["z"], len(groups))
Point = namedtuple("Point", "x y")
p = Point(1, y=2)
print(p, p.x, p[1], p._replace(x=5), p._asdict(), Point._fields, p == (1, 2))
o = OrderedDict(a=1, b=2)
o.move_to_end("a")
print(list(o))
print(list(accumulate([1, 2, 3])), list(chain([1], "a")), list(combinations("abc", 2)), list(islice(count(5), 3)))
print(list(islice(cycle("ab"), 5)), [(k, len(list(g))) for k, g in groupby("aabccc")], list(permutations([1, 2])))
print(list(product("ab", [1, 2])), list(repeat("x", 3)), list(takewhile(lambda n: n < 3, range(9))), list(chain.from_iterable([[1], [2]])))
print(reduce(lambda a, b: a * b, range(1, 6)), partial(int, base=2)("101"), sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))
