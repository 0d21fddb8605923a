import itertools as it, functools, operator, heapq, bisect
print(list(it.chain([1], 'ab')), list(it.islice(it.count(5, 2), 3)), list(it.islice(range(10), 2, 8, 3)), list(it.chain.from_iterable([[1], [2]])))
print(list(it.accumulate([1, 2, 3])), list(it.accumulate([1, 2, 3], operator.mul, initial=10)), list(it.repeat('x', 3)))
print(list(it.product('ab', repeat=2)), list(it.permutations('abc', 2)), list(it.combinations('abcd', 2)), list(it.combinations_with_replacement('ab', 2)))
print([(k, list(g)) for k, g in it.groupby('aaabbc')], list(it.takewhile(lambda x: x < 3, range(9))), list(it.dropwhile(lambda x: x < 3, range(6))))
print(list(it.zip_longest([1, 2], 'a', fillvalue='-')), list(it.starmap(pow, [(2, 3), (3, 2)])), list(it.compress('abc', [1, 0, 1])), list(it.filterfalse(None, [0, 1, 2])), list(it.pairwise('abcd')))
a, b = it.tee(iter([1, 2, 3])); print(list(a), list(b)); c = it.cycle('ab'); print([next(c) for _ in range(5)]); print(type(it.chain()), type(it.count()))
print(functools.reduce(operator.add, [1, 2, 3], 10), functools.partial(pow, 2)(5), functools.partial(print, 'x', sep='-'))
@functools.lru_cache(maxsize=2)
def f(x):
    print('call', x); return x * 2
f(1); f(1); f(2); f(3); f(1); print(f.cache_info(), f.__name__)
@functools.cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(50), fib.cache_info())
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))
@functools.total_ordering
class V:
    def __init__(self, x): self.x = x
    def __eq__(self, o): return self.x == o.x
    def __lt__(self, o): return self.x < o.x
print(V(1) <= V(1), V(2) > V(1), V(1) >= V(2))
@functools.singledispatch
def show(x): return 'obj'
@show.register
def _(x: int): return 'int'
@show.register(list)
def _(x): return 'list'
print(show(1), show([]), show('s'))
def deco(fn):
    @functools.wraps(fn)
    def w(*a): return fn(*a)
    return w
@deco
def named(): 'doc'
print(named.__name__, named.__doc__)
class C:
    @functools.cached_property
    def v(self): print('once'); return 7
c = C(); print(c.v, c.v)
h = [5, 3, 8, 1]; heapq.heapify(h); print(h, heapq.heappop(h), h); heapq.heappush(h, 0); print(h, heapq.nsmallest(2, h), heapq.nlargest(2, h), heapq.heappushpop(h, 4), heapq.heapreplace(h, 9), h)
print(list(heapq.merge([1, 4], [2, 3])), bisect.bisect([1, 2, 2, 3], 2), bisect.bisect_left([1, 2, 2, 3], 2)); l = [1, 3]; bisect.insort(l, 2); print(l)
print(operator.itemgetter(1, 0)('ab'), operator.attrgetter('x')(V(3)), operator.methodcaller('upper')('a'), operator.itemgetter(1))
