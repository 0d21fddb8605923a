calls = []
def check(v):
    calls.append(v)
    return v > 2
def f(x):
    match x:
        case [a, b] if check(a): return ("first", a, b)
        case [a, b] if check(b): return ("second", a, b)
        case [a, *_] as whole: return ("rest", a, whole)
    return None
print(f([3, 1]), f([1, 3]), f([1, 1]), f(7))
print(calls)
match {"a": 1, "b": [1, 2]}:
    case {"a": int() as n, "b": [_, (2 | 3) as m]}:
        print(n, m)
x = "before"
match 5:
    case x if x > 10: print("big")
    case _: print("x is", x)
