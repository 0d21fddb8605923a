"""Arguments and defaults are evaluated left to right, once."""
def note(x):
    print('eval', x)
    return x


def f(a, b=note('default b'), *args, k=note('default k'), **kw):
    return a, b, args, k, sorted(kw.items())


print(f(note(1), note(2), *note([3, 4]), k=note(5), **note({'z': 6}), y=note(7)))
print(f(note(1), *note([2]), note(3), *note((4,))))
print({note('k1'): note('v1'), note('k2'): note('v2')})
print([note(1), *note([2, 3]), note(4)])
note([0, 0])[note(1)] = note(5)
x = y = note('chained')
note([1]).append(note(2))
print(note(1) < note(2) < note(0) < note(9))
print(note(0) or note('') or note('last'))
print(note(1) and note(0) and note('never'))
print(note('then') if note(True) else note('else'))


def mutable(item, into=[]):
    into.append(item)
    return into


print(mutable(1), mutable(2), mutable(3, []), mutable(4))
print(mutable.__defaults__)
functions = [lambda i=i: i for i in range(3)]
print([fn() for fn in functions], [fn(9) for fn in functions])
late = [lambda: i for i in range(3)]
print([fn() for fn in late])
