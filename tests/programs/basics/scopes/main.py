"""global, nonlocal, locals that shadow, names that are not there."""
x = "global x"


def read():
    return x


def shadow():
    x = "local x"
    return x


def change():
    global x, made
    x = "changed x"
    made = "made by change"


print(read(), shadow(), x)
change()
print(x, made)


def early():
    try:
        print(y)
    except UnboundLocalError as error:
        print("UnboundLocalError:", error)
    y = 1
    del y
    try:
        print(y)
    except UnboundLocalError as error:
        print("UnboundLocalError:", error)


early()
try:
    print(nowhere)
except NameError as error:
    print("NameError:", error)


def levels():
    a = 1

    def two():
        nonlocal a
        a += 1
        b = a

        def three():
            nonlocal a, b
            a, b = a * 10, b + a
            return a, b
        return three(), b
    return two(), a


print(levels())


class Scope:
    x = "class x"
    seen = [x for _ in range(1)]
    try:
        inner = [x + str(i) for i in range(2)]
    except NameError:
        inner = "hidden"

    def method(self):
        return x, self.x


print(Scope.seen, Scope().method())
n = 5
squares = [n * n for n in range(3)]
print(n, squares)
for loop_variable in range(3):
    pass
print(loop_variable)
if (m := n + 1) > 5:
    print("walrus", m)
print([y := 1, y + 1], y, [last := k for k in range(4)], last)
del n
print("n" in globals(), sorted(name for name in locals() if name in ("x", "m", "made")))


def local_names(a, b=2):
    c = a + b
    return sorted(locals().items())


print(local_names(1))
exec("created = x.upper()")
print(created, eval("len(x) + 1"), eval("a + b", {"a": 1, "b": 2}))
