import sys
def depth(n):
    try:
        return depth(n + 1)
    except RecursionError as e:
        return type(e).__name__
print(depth(0), sys.getrecursionlimit())
sys.setrecursionlimit(100)
def d(n):
    d.n = n
    d(n + 1)
try: d(0)
except RecursionError as e: print(type(e).__name__, d.n < 100)
for bad in (0, -5, "x"):
    try: sys.setrecursionlimit(bad)
    except (ValueError, TypeError) as e: print(e)
class R:
    def __getattr__(self, n): return getattr(self, n + "x")
try: R().a
except RecursionError as e: print("getattr", type(e).__name__)
class S:
    def __repr__(self): return repr(self)
try: repr(S())
except RecursionError as e: print("repr", type(e).__name__)
class E:
    def __eq__(self, o): return self == o
try: E() == 1
except RecursionError as e: print("eq", type(e).__name__)
l = []
for _ in range(100000): l = [l]
try: repr(l)
except RecursionError as e: print(type(e).__name__)
