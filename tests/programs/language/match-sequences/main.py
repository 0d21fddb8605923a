def f(s):
    match s:
        case []: return "empty"
        case [x]: return f"one {x}"
        case [x, y]: return f"two {x} {y}"
        case [first, *rest] if len(rest) > 3: return f"long {first} {rest}"
        case [first, *_, last]: return f"{first}..{last}"
        case (a): return f"not a sequence {a!r}"
for v in ([], [1], (1, 2), [1, 2, 3], [1, 2, 3, 4, 5], "ab", b"ab", {1}, range(2), iter([1])):
    r = f(v)
    print(r if "iterator" not in r else "iterator")
match [1, [2, 3, [4]]]:
    case [a, [b, *c]]:
        print(a, b, c)
