for i in range(3):
    if i == 5: break
else: print("for completed")
for i in range(3):
    if i == 1: break
else: print("never")
n = 3
while n:
    n -= 1
else: print("while completed", n)
for i in []: pass
else: print("empty")
for i in range(2):
    for j in range(3):
        if j == 1: continue
        if i == 1: break
        print(i, j)
    else:
        print("inner done", i)
print(i, j)
for x in (it := iter([1, 2, 3])):
    print(x, next(it, None))
l = [1, 2, 3]
for v in l:
    if v < 3: l.append(v + 10)
    if len(l) > 6: break
print(l)
