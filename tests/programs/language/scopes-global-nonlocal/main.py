"""global and nonlocal statements."""
n = 0


def bump():
    global n
    n += 1
    def deeper():
        global n
        n += 10
    deeper()
    return n


print(bump(), n)


def make_global():
    global created, created2
    created = 'made'
    import math as m
    for created2 in range(3): pass
    global function_made
    def function_made(): return 'fm'
    global ClassMade
    class ClassMade: pass


make_global()
print(created, created2, function_made(), ClassMade.__qualname__, function_made.__qualname__)


def delete_global():
    global created
    del created


delete_global()
try:
    created
except NameError as e:
    print(e)
try:
    delete_global()
except NameError as e:
    print(e)


def nested():
    a = 1
    def f():
        nonlocal a
        a = 2
        def g():
            nonlocal a
            del a
        g()
        try:
            a
        except NameError as e:
            print(e)
        a = 3
    f()
    return a


print(nested())


def shadow(len):
    return len


print(shadow(5), len('abc'))
print = print
str_ = str


def builtin_shadow():
    str = lambda x: 'mine'
    return str(1)


print(builtin_shadow(), str(1))
print([n for n in range(3)], n)
print((lambda n: n)(5), n)
print(any((last := v) > 2 for v in range(10)), last)
