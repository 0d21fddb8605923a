from itertools import *
print(list(chain("ab", [1])), list(chain.from_iterable(["ab", "c"])), list(islice(count(10, 2), 3)), list(islice("abcdef", 1, 5, 2)), list(repeat(7, 3)), list(islice(cycle("ab"), 5)))
print(list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], lambda a, b: a * b, initial=10)), list(compress("abcd", [1, 0, 1])), list(dropwhile(lambda x: x < 3, [1, 3, 1])), list(takewhile(lambda x: x < 3, [1, 3, 1])), list(filterfalse(lambda x: x % 2, range(5))), list(starmap(pow, [(2, 3), (3, 2)])), list(zip_longest("ab", "c", fillvalue="-")))
print(list(product("ab", repeat=2)), list(product([1, 2], "x")), list(permutations("abc", 2)), list(combinations("abc", 2)), list(combinations_with_replacement("ab", 2)), list(pairwise("abcd")))
print([(k, list(g)) for k, g in groupby("aabbbc")], [(k, len(list(g))) for k, g in groupby([1, 3, 2, 4], key=lambda x: x % 2)])
a, b = tee(iter([1, 2, 3])); next(a); print(list(a), list(b), repeat(5), count(2), repeat("x", 2), count(1, 2))
for f in (lambda: islice([1], -1), lambda: combinations("ab", -1), lambda: list(permutations("ab", 3)), lambda: chain(5).__next__(), lambda: next(iter(combinations([], 1)))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
