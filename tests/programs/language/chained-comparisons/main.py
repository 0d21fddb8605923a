print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 >= 2 == 2 != 1, 1 < 2 > 0, "a" < "b" in "abc")
calls = []
def v(x): calls.append(x); return x
print(v(1) < v(3) < v(2) < v(9), calls)
print(1 == 1.0 == True, [] is not [] == False, None is None, 1 in [1] == True)
print(not 1 < 2, not (1 < 2) == False, 1 if 2 > 1 else 0)
class L:
    def __lt__(self, o): return "lt"
    def __eq__(self, o): return []
print(L() < 1, L() < 1 < 2, (L() == 1) or "empty", L() != 1)
print(float("nan") == float("nan"), float("inf") > 10 ** 400)
