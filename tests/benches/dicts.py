# Dictionaries keyed by formatted text.
def count(n):
    seen = {}
    for i in range(n):
        key = "k%d" % (i % 1000)
        seen[key] = seen.get(key, 0) + i
    return seen


seen = count(400_000)
print(len(seen), seen["k7"], sum(seen.values()))
