"""Closures: cells are shared, late, and can be rebound."""
def make_counter(start=0):
    count = start

    def step(by=1):
        nonlocal count
        count += by
        return count

    def peek():
        return count

    return step, peek


step, peek = make_counter(10)
print(step(), step(5), peek())
other, _ = make_counter()
print(other(), peek())
late = [lambda: i for i in range(3)]
early = [lambda i=i: i for i in range(3)]
print([f() for f in late], [f() for f in early])


def outer():
    x = "outer"

    def middle():
        def inner():
            nonlocal x
            x = x + "+inner"
            return x
        return inner

    before = x
    middle()()
    return before, x


print(outer())


def power(n):
    return lambda base: base ** n


square, cube = power(2), power(3)
print(square(5), cube(5), [p(2) for p in map(power, range(5))])


def accumulate():
    total = []

    def add(value):
        total.append(value)
        return sum(total)

    return add


add = accumulate()
print(add(1), add(2), add(3), add.__closure__[0].cell_contents)


def unbound():
    def use():
        return value
    try:
        use()
    except NameError as error:
        print("NameError:", error)
    value = 5
    print(use())
    del value
    try:
        use()
    except NameError as error:
        print("NameError:", error)


unbound()


def compose(*functions):
    def composed(value):
        for function in functions:
            value = function(value)
        return value
    return composed


print(compose(str, len, lambda n: n * 10)(12345))


class Holder:
    label = "class"

    def method(self):
        return [label for label in (self.label,)], (lambda: __class__.__name__)()


label = "global"
print(Holder().method())
