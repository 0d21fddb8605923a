class Box:
    def __init__(self): self.v = [1]
b = Box()
d = {"k": 1}
l = [1, 2, 3]
b.v += [2]; d["k"] += 5; l[1] *= 10; l[0:1] += [7]
print(b.v, d, l)
x = 7
x += 1; x -= 2; x *= 3; x //= 2; x **= 2; x %= 50; print(x)
x <<= 2; x >>= 1; x |= 1; x &= 0xff; x ^= 3; print(x)
f = 7.0; f /= 2; print(f)
s = "a"; s += "b"; s *= 2; print(s)
t = (1,); u = t; t += (2,); print(t, u)
m = [1]; n = m; m += "ab"; print(n is m, n)
try:
    tup = ([1],)
    tup[0] += [2]
except TypeError as e: print(e, tup)
calls = []
def idx(): calls.append(1); return 0
l[idx()] += 1
print(len(calls))
class M:
    def __matmul__(self, o): return "mat"
    def __imatmul__(self, o): return "imat"
mm = M(); mm @= 1; print(mm)
