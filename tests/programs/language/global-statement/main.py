x = 1
def f():
    global x, fresh
    x += 1
    fresh = "made"
f()
print(x, fresh)
def g():
    global x
    del x
g()
try: print(x)
except NameError as e: print(e)
class C:
    global y
    y = 10
    z = 5
print(y, hasattr(C, "y"), C.z)
def h():
    y = "local"
    def inner():
        global y
        return y
    return inner()
print(h())
