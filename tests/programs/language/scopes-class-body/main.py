"""Class bodies: their own scope, invisible to methods."""
x = 'global'


class A:
    x = 'class'
    y = x + '!'
    def method(self): return x
    comp = [x for _ in range(2)]
    first = [c for c in x]
    lam = lambda self: x


print(A.y, A().method(), A.comp, A.first, A().lam())


def function():
    x = 'function'
    class B:
        print('reads', x)
        def method(self): return x
    class C:
        x = x + '-changed' if False else 'own'
        print(x)
    return B().method(), C.x


try:
    print(function())
except NameError as e:
    print(type(e).__name__, e)


class D:
    global gx
    gx = 'set in class'
    value = gx


print(gx, D.value, hasattr(D, 'gx'))


def outer():
    n = 1
    class E:
        nonlocal n
        n = 2
    return n, hasattr(E, 'n')


print(outer())


class F:
    for i in range(3):
        pass
    if i == 2:
        def two(self): return 'two'
    else:
        def not_two(self): pass
    try:
        undefined_name
    except NameError as e:
        caught = str(e)
    z = 10
    del z
    locals()['dynamic'] = 5


print(F.i, F().two(), F.caught, hasattr(F, 'z'), hasattr(F, 'not_two'), F.dynamic, hasattr(F, 'e'))


class G:
    print(__name__, __qualname__)
    __qualname__ = 'Renamed.G'
    class Inner:
        print(__qualname__)


print(G.__qualname__, G.Inner.__qualname__, G)


def captured():
    v = 1
    class H:
        print(v)
        v = 2
        print(v)
        def get(self): return v
        del v
        print(v)
    return H().get()


try:
    captured()
except NameError as e:
    print(e)
