data = [1, 5, 8, 12]
if (n := len(data)) > 3: print("long", n)
while (item := data.pop()) > 1: print(item, end=" ")
print()
print([sq for v in range(5) if (sq := v * v) > 3])
def f(x): return x
print(f(y := 3), y, (z := 1, 2), z)
print(any((hit := w).startswith("b") for w in ["ab", "bc", "cd"]), hit)
total = 0
print([total := total + v for v in range(5)], total)
print((lambda: (q := 3) + q)())
