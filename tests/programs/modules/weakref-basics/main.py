"""References, proxies and dictionaries that do not keep their objects."""
import gc
import weakref


class A:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"A({self.n})"

    def method(self):
        return self.n


a = A(1)
r = weakref.ref(a)
print(r(), r() is a, weakref.ref(a) == r, hash(r) == hash(a), repr(r).startswith("<weakref at 0x"))
p = weakref.proxy(a)
print(p.n, p.method(), p)
p.n = 10
print(a.n)
del a
print(r(), "dead" in repr(r))
try:
    p.n
except ReferenceError as problem:
    print(problem)


def inner():
    local = A(9)
    reference = weakref.ref(local)
    print(reference())
    return reference


print(inner()())
first, second = A(2), A(3)
values = weakref.WeakValueDictionary(first=first, second=second)
print(len(values), sorted(values.items()), "first" in values, values["second"])
del first
gc.collect()
print(len(values), values.get("first"), list(values))
keys = weakref.WeakKeyDictionary()
keys[second] = "value"
print(keys[second], len(keys), second in keys)
members = weakref.WeakSet([second])
print(len(members), second in members)
values.clear()
second = None
gc.collect()
print(len(keys), len(members))
bound = A(4)
method = weakref.WeakMethod(bound.method)
print(method()())
del bound
print(method())
for bad in (1, "text", (1,), [1], {}):
    try:
        weakref.ref(bad)
    except TypeError as problem:
        print(problem)
