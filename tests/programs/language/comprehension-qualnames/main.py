import sys
def f():
    a = [lambda: 1 for _ in range(1)][0]
    b = next((lambda: 1) for _ in range(1))
    c = {1: (lambda: 1) for _ in range(1)}[1]
    d = [[lambda: 1 for _ in range(1)] for _ in range(1)][0][0]
    e = [[sys._getframe().f_code.co_qualname for _ in range(1)] for _ in range(1)][0][0]
    g = list((i for i in range(1)) for _ in range(1))[0]
    for x in (a, b, c, d): print(x.__qualname__)
    print(e, g.__qualname__)
    def h(): return [(lambda: 0) for _ in range(1)][0]
    print(h().__qualname__)
class C:
    x = [lambda: 1 for _ in range(1)][0]
    print(x.__qualname__)
y = [lambda: 1 for _ in range(1)][0]; print(y.__qualname__); z = [[lambda: 1 for _ in range(1)] for _ in range(1)][0][0]; print(z.__qualname__)
f()
