# A sort by hand, the built-in one, and the built-in one with a key.
def quicksort(items):
    if len(items) <= 1:
        return items
    pivot = items[len(items) // 2]
    less = [x for x in items if x < pivot]
    same = [x for x in items if x == pivot]
    more = [x for x in items if x > pivot]
    return quicksort(less) + same + quicksort(more)


def numbers(n):
    x, found = 42, []
    for _ in range(n):
        x = (x * 1103515245 + 12345) % 2147483648
        found.append(x)
    return found


items = numbers(60_000)
ours = quicksort(items)
print(ours == sorted(items), ours[0], ours[-1])
print(sorted(items, key=lambda x: (x % 1000, -x))[:3])
