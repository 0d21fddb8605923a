"""Recursion: deep, mutual, and without end."""
import sys


def hanoi(n, source, target, spare):
    if n == 0:
        return 0
    return hanoi(n - 1, source, spare, target) + 1 + hanoi(n - 1, spare, target, source)


def is_even(n):
    return True if n == 0 else is_odd(n - 1)


def is_odd(n):
    return False if n == 0 else is_even(n - 1)


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def permutations(items):
    if len(items) <= 1:
        return [items]
    return [[item] + rest for i, item in enumerate(items) for rest in permutations(items[:i] + items[i + 1:])]


def flatten(x):
    return [leaf for part in x for leaf in flatten(part)] if isinstance(x, list) else [x]


def queens(n, row=0, columns=()):
    if row == n:
        return 1
    return sum(queens(n, row + 1, columns + (c,)) for c in range(n)
               if all(c != d and abs(c - d) != row - r for r, d in enumerate(columns)))


print(hanoi(10, "a", "b", "c"), is_even(300), is_odd(7), ackermann(2, 3), len(permutations([1, 2, 3, 4])), permutations([1, 2, 3]))
print(flatten([1, [2, [3, [4]], 5]]), queens(6), (lambda f, n: f(f, n))(lambda f, n: 1 if n == 0 else n * f(f, n - 1), 10))


def endless(n):
    return endless(n + 1)


try:
    endless(0)
except RecursionError as error:
    print(type(error).__name__, str(error)[:32])


class Node:
    def __repr__(self):
        return repr(self)


try:
    repr(Node())
except RecursionError as error:
    print("RecursionError")
print(sys.getrecursionlimit())
sys.setrecursionlimit(3000)


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print(depth(2500))
