"""sorted, list.sort, keys, stability, reverse, and what cannot be compared."""
import random

records = [("bob", 25, 1.5), ("alice", 30, 2.5), ("carol", 25, 0.5), ("dave", 30, 1.0)]
print(sorted(records), sorted(records, key=lambda r: r[1]), sorted(records, key=lambda r: (r[1], -r[2])))
print(sorted(records, key=lambda r: r[1], reverse=True))
print(sorted([3, -1, 2.5, True, 0]), sorted("Hello World"), sorted("Hello World", key=str.lower), sorted({"b": 1, "a": 2}))
print(sorted([[2, 1], [1, 9], [1]]), sorted([(1, "b"), (1, "a")]), sorted(["10", "9", "1"]), sorted(["10", "9", "1"], key=int))
random.seed(1)
numbers = list(range(200))
random.shuffle(numbers)
print(numbers[:10], sorted(numbers) == list(range(200)))
numbers.sort(key=lambda n: n % 10)
print(numbers[:5], all(a % 10 <= b % 10 for a, b in zip(numbers, numbers[1:])))


class Card:
    def __init__(self, rank):
        self.rank = rank

    def __lt__(self, other):
        return self.rank < other.rank

    def __repr__(self):
        return f"C{self.rank}"


cards = [Card(5), Card(2), Card(9)]
print(sorted(cards), sorted(cards, reverse=True), min(cards), cards)
cards.sort()
print(cards)


def quicksort(items):
    if len(items) < 2:
        return items
    pivot, *rest = items
    return quicksort([x for x in rest if x < pivot]) + [pivot] + quicksort([x for x in rest if x >= pivot])


def merge_sort(items):
    if len(items) < 2:
        return items
    middle = len(items) // 2
    left, right = merge_sort(items[:middle]), merge_sort(items[middle:])
    out = []
    while left and right:
        out.append((left if left[0] <= right[0] else right).pop(0))
    return out + left + right


def bubble(items):
    items = items[:]
    for end in range(len(items) - 1, 0, -1):
        for i in range(end):
            if items[i] > items[i + 1]:
                items[i], items[i + 1] = items[i + 1], items[i]
    return items


sample = [5, 2, 8, 1, 9, 3, 7, 2]
print(quicksort(sample), merge_sort(sample), bubble(sample), sample)
words = "one two three four five six seven".split()
print(sorted(words, key=len), max(words, key=len), sorted(words, key=lambda w: w[-1]), sorted(range(5), key=lambda n: -n))
for bad in ([1, "a"], [None, 1], [{}, {}], [1j, 2]):
    try:
        sorted(bad)
    except TypeError as error:
        print("TypeError:", error)
try:
    sorted([1, 2, 3], key=lambda n: 1 / (n - 2))
except ZeroDivisionError as error:
    print("from the key:", error)
