import itertools as it

print(list(it.product('ab', [1, 2])), list(it.product('ab', repeat=2)), list(it.product()), list(it.product('ab', [])))
print(list(it.permutations('abc', 2)), list(it.permutations([1, 2])), list(it.permutations('ab', 3)), list(it.permutations([])))
print(list(it.combinations('abcd', 2)), list(it.combinations('ab', 0)), list(it.combinations('ab', 3)), list(it.combinations_with_replacement('ab', 2)))
print(sum(1 for _ in it.permutations(range(6))), len(list(it.product(range(3), repeat=4))), len(set(it.combinations(range(8), 4))))
for f in (lambda: list(it.combinations('ab', -1)), lambda: list(it.permutations('ab', -1)), lambda: list(it.product('a', repeat=-1)), lambda: list(it.product(5)), lambda: list(it.combinations(5, 1))):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
