import random, time, sys
random.seed(7)
W, H = 20, 8
grid = [[random.random() < .3 for _ in range(W)] for _ in range(H)]
def step(g):
    return [[(n := sum(g[(y + dy) % H][(x + dx) % W] for dy in (-1, 0, 1) for dx in (-1, 0, 1) if dy or dx)) == 3 or (g[y][x] and n == 2) for x in range(W)] for y in range(H)]
for gen in range(3):
    print("\n".join("".join("#" if c else "." for c in row) for row in grid), end="\n\n")
    grid = step(grid)
board = ["53..7....", "6..195...", ".98....6.", "8...6...3", "4..8.3..1", "7...2...6", ".6....28.", "...419..5", "....8..79"]
cells = {(r, c): board[r][c] for r in range(9) for c in range(9)}
def ok(r, c, d): return all(cells[r, k] != d and cells[k, c] != d and cells[r // 3 * 3 + k // 3, c // 3 * 3 + k % 3] != d for k in range(9))
def solve():
    for rc, v in cells.items():
        if v == ".":
            for d in "123456789":
                if ok(*rc, d):
                    cells[rc] = d
                    if solve(): return True
                    cells[rc] = "."
            return False
    return True
solve(); print("\n".join("".join(cells[r, c] for c in range(9)) for r in range(9)))
def hanoi(n, a="A", b="B", c="C"):
    if n: yield from hanoi(n - 1, a, c, b); yield f"{a}->{c}"; yield from hanoi(n - 1, b, a, c)
print(*hanoi(3), sep=", ")
def roman(n): return "".join((n // v) * s + "" if not (n := n % v if False else n) else "" for v, s in []) or "".join(f(n) for f in [])
vals = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
def to_roman(n):
    out = ""
    for v, s in vals:
        q, n = divmod(n, v); out += s * q
    return out
print([to_roman(n) for n in (4, 9, 14, 1994, 2024)])
def caesar(s, k): return "".join(chr((ord(c) - 97 + k) % 26 + 97) if c.islower() else c for c in s)
print(caesar("hello, world", 3), caesar(caesar("abc", 5), -5))
words = "the quick brown fox jumps over the lazy dog the end".split(); freq = {}
for w in words: freq[w] = freq.get(w, 0) + 1
print(sorted(freq.items(), key=lambda t: (-t[1], t[0]))[:3], max(words, key=len), {len(w): [x for x in words if len(x) == len(w)] for w in words})
def sieve(n):
    s = bytearray([1]) * (n + 1); s[:2] = b"\0\0"
    for i in range(2, int(n ** .5) + 1):
        if s[i]: s[i * i::i] = bytes(len(range(i * i, n + 1, i)))
    return [i for i, v in enumerate(s) if v]
print(sieve(50), sum(sieve(1000)))
def perms(s): return [s] if len(s) < 2 else [c + p for i, c in enumerate(s) for p in perms(s[:i] + s[i + 1:])]
print(perms("abc")); pascal = [[1]]
for _ in range(5): pascal.append([1, *map(sum, zip(pascal[-1], pascal[-1][1:])), 1])
for r in pascal: print(" ".join(map(str, r)).center(30).rstrip())
def quick(l): return l if len(l) < 2 else quick([x for x in l[1:] if x < l[0]]) + [l[0]] + quick([x for x in l[1:] if x >= l[0]])
def merge(l):
    if len(l) < 2: return l
    m = len(l) // 2; a, b = merge(l[:m]), merge(l[m:]); out = []
    while a and b: out.append((a if a[0] <= b[0] else b).pop(0))
    return out + a + b
data = random.sample(range(100), 10); print(data, quick(data) == merge(data) == sorted(data))
import string; pw = "".join(random.choices(string.ascii_letters + string.digits, k=12)); print(pw, any(c.isdigit() for c in pw))
print(f"{sum(random.randint(1, 6) for _ in range(1000)) / 1000:.2f}"); dice = [random.randint(1, 6) for _ in range(5)]; print(dice, random.choice(dice)); random.shuffle(dice); print(dice)
matrix = [[1, 2, 3], [4, 5, 6]]; print(list(map(list, zip(*matrix))), [row[::-1] for row in matrix], sum(map(sum, matrix)))
def det(m): return m[0][0] if len(m) == 1 else sum((-1) ** j * m[0][j] * det([r[:j] + r[j + 1:] for r in m[1:]]) for j in range(len(m)))
print(det([[2, 0, 1], [1, 3, 2], [1, 1, 1]]))
print(pascal[10])
