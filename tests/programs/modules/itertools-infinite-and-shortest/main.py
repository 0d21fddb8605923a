import itertools as it
import operator

print(list(it.islice(it.count(10, 2), 4)), list(it.islice(it.count(0.5, 0.25), 3)), list(it.islice(it.cycle('ab'), 5)), list(it.repeat('x', 3)), it.count(3), it.count(1, 2), it.repeat(1, 2), it.repeat('a'))
print(list(it.accumulate([1, 2, 3, 4])), list(it.accumulate([1, 2, 3], operator.mul, initial=10)), list(it.accumulate([], initial=5)), list(it.accumulate('abc')), list(it.accumulate([3, 1, 2], max)))
print(list(it.chain('ab', [1])), list(it.chain.from_iterable(['ab', 'c'])), list(it.compress('abcd', [1, 0, 1])), list(it.dropwhile(lambda x: x < 3, [1, 3, 1])), list(it.takewhile(lambda x: x < 3, [1, 3, 1])), list(it.filterfalse(None, [0, 1, 2, ''])))
for key, group in it.groupby('aaabbc'):
    print(key, list(group), end=' ')
print([(k, list(g)) for k, g in it.groupby([1, 3, 2, 4, 5], lambda x: x % 2)])
print(list(it.islice('abcdef', 2)), list(it.islice('abcdef', 1, None, 2)), list(it.islice('abc', 0)), list(it.pairwise('abcd')), list(it.pairwise('a')), list(it.starmap(pow, [(2, 3), (3, 2)])), list(it.zip_longest('abc', 'x', fillvalue='-')), list(it.zip_longest()))
a, b = it.tee([1, 2, 3])
print(next(a), next(a), list(b), list(a))
a, b, c = it.tee('xy', 3)
print(list(a), list(b), list(c))
for f in (lambda: list(it.islice('abc', -1)), lambda: list(it.islice('abc', 1, 2, 0)), lambda: it.count('a'), lambda: list(it.zip_longest('a', bad=1)), lambda: it.tee([], -1), lambda: list(it.starmap(pow, [1])), lambda: it.repeat(), lambda: list(it.chain(5)), lambda: list(it.accumulate(5))):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
