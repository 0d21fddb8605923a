def inner():
    x = yield "a"
    print("inner got", x)
    return "inner result"
def outer():
    r = yield from inner()
    print("outer got", r)
    yield from [1, 2]
    yield from "xy"
    return "end"
o = outer()
print(next(o), o.send("S"), list(o))
def t():
    try:
        yield from inner()
    except KeyError as e:
        yield f"outer caught {e}"
x = t(); next(x)
print(x.throw(KeyError("k")))
def chain(*its):
    for it in its: yield from it
print(list(chain([1], (2,), {3}, "4", range(2))))
def flat(l):
    for v in l:
        if isinstance(v, list): yield from flat(v)
        else: yield v
print(list(flat([1, [2, [3, [4]], 5]])))
def bad(): yield from 5
try: next(bad())
except TypeError as e: print(e)
