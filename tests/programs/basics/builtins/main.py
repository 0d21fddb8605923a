"""Built-in functions that no other program here is about."""
print(abs(-3), abs(-2.5), divmod(7, 3), pow(2, 10), round(3.14159, 2), round(7), min(3, 1, 2), max("b", "a"), sum((1, 2)))
print(bin(10), oct(8), hex(255), bin(-3), ord("A"), chr(97), ascii("ü"), repr("q"), hash("") == hash(""))
print(all(n > 0 for n in [1, 2]), any([]), len({1: 1}), callable(print), isinstance(3, (str, int)), issubclass(bool, int))
print(list(range(3)), range(1, 10, 4), tuple("ab"), set([1]), frozenset({1}), dict(a=1), bytes(2), str(5), int("5"), float(5),
      complex(1, 2), bool("x"), slice(1, 2), type(1), type("a").__name__, type(None), type([]) is list)
print(min([], default="none"), max([1, 5], key=lambda n: -n), min("ab", "c", key=len), sum([0.5] * 3), sum([], 10))
print(eval("1 + 2 * 3"), eval("[x for x in range(3)]"), getattr("abc", "upper")(), hasattr(3, "real"), (3).real, (3).imag)
print(print("a", "b", sep="-", end="!\n"), print(), print(*[1, 2], sep="\n"), print("x", end=""), sep="|")
print((1 + 2j) * (3 - 1j), abs(3 + 4j), (1 + 2j).conjugate(), 1j ** 2, complex("1+2j"), 2j == complex(0, 2))
print(id(None) == id(None), [].__class__.__name__, object.__name__, type.__name__, int.__name__, NotImplemented, Ellipsis)
x = [1, 2]
print(x.__len__(), x.__contains__(1), (5).__add__(3), "ab".__mul__(2), x.__getitem__(0), [1, 2].__eq__([1, 2]), (5).__add__("x"))
print(sorted(vars(type("T", (), {"a": 1})()).items()), dir([])[-3:], "append" in dir([]))
print(f"{zip}", map, type(map(int, [])).__name__, type(zip()).__name__, type(iter([])).__name__, type(len).__name__,
      type(lambda: 0).__name__, type(x.append).__name__, type((i for i in x)).__name__)
print(len, print, sorted)
exec("a = 1\nfor i in range(3):\n    a += i")
print(a, i)
namespace = {}
exec("def f(n):\n    return n * 2", namespace)
print(namespace["f"](21), sorted(k for k in namespace if not k.startswith("__")))
code = compile("3 + 4", "<here>", "eval")
print(eval(code))
for bad in (lambda: int([]), lambda: len(3), lambda: abs("x"), lambda: sum(["a"]), lambda: max([]), lambda: min(1),
            lambda: range(1.5), lambda: range(0, 1, 0), lambda: isinstance(1, 2), lambda: pow(2, -1, 4), lambda: ord(""),
            lambda: eval("1 +"), lambda: getattr(1, "x"), lambda: round("x"), lambda: print(1, foo=2), lambda: chr("a"),
            lambda: hex(1.5), lambda: sorted(5), lambda: zip(1), lambda: bool(1, 2), lambda: "abc".nothing()):
    try:
        print(bad())
    except (TypeError, ValueError, AttributeError, SyntaxError) as error:
        print(type(error).__name__ + ":", str(error).split(" (")[0])
