n, out = 0, []
while True:
    n += 1
    if n % 2: continue
    if n > 8: break
    for k in range(n):
        if k == 3: break
        if k == 1: continue
        out.append((n, k))
    else:
        out.append(("full", n)); continue
    out.append(("cut", n))
print(out)
def find(m, v):
    for i, row in enumerate(m):
        for j, x in enumerate(row):
            if x == v: return i, j
    return None
print(find([[1, 2], [3, 4]], 3), find([[1]], 9))
x = 10
while x: x -= 3; x = max(x, 0)
else: print("else", x)
i = 0
while i < 3:
    try:
        i += 1
        if i == 2: continue
        print("body", i)
    finally: print("fin", i)
print([i for i in range(3)], i, sum(1 for _ in iter(int, 1) if (x := x + 1) and False) if False else "skip")
