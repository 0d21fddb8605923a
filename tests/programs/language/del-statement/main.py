a, b, c = 1, 2, 3
del a, (b, [c])
for name in "abc":
    try: eval(name)
    except NameError as e: print(e)
l = list(range(10))
del l[0], l[-1], l[::3]
print(l)
d = {"x": {"y": 1}}
del d["x"]["y"]
print(d)
class A: v = 1
x = A(); x.w = 2
del x.w, A.v
for f in (lambda: x.w, lambda: A.v):
    try: f()
    except AttributeError as e: print(e)
for stmt in ("del l[50]", "del d['no']", "del x.none", "del nothing", "del (1,)[0]"):
    try: exec(stmt)
    except Exception as e: print(type(e).__name__, e)
def f():
    v = 1
    del v
    return v
try: f()
except UnboundLocalError as e: print(e)
