def fact(n): return 1 if n == 0 else n * fact(n - 1)
def fib(n, memo={}):
    if n in memo: return memo[n]
    memo[n] = n if n < 2 else fib(n - 1) + fib(n - 2); return memo[n]
def hanoi(n, a="A", b="B", c="C"): return [] if n == 0 else hanoi(n - 1, a, c, b) + [(a, c)] + hanoi(n - 1, b, a, c)
def perms(s): return [s] if len(s) < 2 else [c + p for i, c in enumerate(s) for p in perms(s[:i] + s[i + 1:])]
def flatten(x): return [y for e in x for y in (flatten(e) if isinstance(e, (list, tuple)) else [e])]
def gcd(a, b): return a if b == 0 else gcd(b, a % b)
def power(s): return [[]] if not s else [r + e for r in power(s[1:]) for e in ([], [s[0]])]
def pal(s): return len(s) < 2 or s[0] == s[-1] and pal(s[1:-1])
def ack(m, n): return n + 1 if m == 0 else ack(m - 1, 1) if n == 0 else ack(m - 1, ack(m, n - 1))
def queens(n, row=0, cols=()): return 1 if row == n else sum(queens(n, row + 1, cols + (c,)) for c in range(n) if all(c != k and abs(c - k) != row - i for i, k in enumerate(cols)))
print(fact(20), fib(80), hanoi(3), perms("abc"), flatten([1, [2, (3, [4])]]), gcd(48, 18), power([1, 2, 3]), pal("racecar"), ack(2, 3), queens(6))
def depth(d): return 1 + max(map(depth, d.values()), default=0) if isinstance(d, dict) else 0
print(depth({"a": {"b": {}}, "c": 1}), (lambda f, n: f(f, n))(lambda s, n: 1 if n < 1 else n * s(s, n - 1), 5))
try: fact(-1)
except RecursionError as e: print(type(e).__name__, str(e)[:32])
def is_even(n): return n == 0 or is_odd(n - 1)
def is_odd(n): return n != 0 and is_even(n - 1)
print(is_even(100), is_odd(7))
