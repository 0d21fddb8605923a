# Graph search with sets, dicts and a deque-like list; tuples as keys.
def neighbours(cell, walls, size):
    x, y = cell
    for step in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
        if 0 <= step[0] < size and 0 <= step[1] < size and step not in walls:
            yield step


def flood(size):
    walls = {(x, y) for x in range(size) for y in range(size) if (x * 7 + y * 13) % 5 == 0 and x != y}
    seen = {(0, 0): 0}
    frontier = [(0, 0)]
    while frontier:
        found = []
        for cell in frontier:
            for step in neighbours(cell, walls, size):
                if step not in seen:
                    seen[step] = seen[cell] + 1
                    found.append(step)
        frontier = found
    return seen, walls


seen, walls = flood(150)
print(len(seen), max(seen.values()), len(walls))
evens, threes = set(range(0, 200_000, 2)), set(range(0, 200_000, 3))
print(len(evens & threes), len(evens | threes), len(evens - threes), len(evens ^ threes))
groups = {}
for word in ("w%d" % (i * i % 977) for i in range(60_000)):
    groups.setdefault(word[-1], set()).add(word)
print(sorted((k, len(v)) for k, v in groups.items()))
