def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get(): return n
    return inc, get
inc, get = counter()
inc(); inc(5)
print(get(), inc.__closure__[0].cell_contents)
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])
def deep():
    a = 1
    def l1():
        b = 2
        def l2():
            nonlocal a, b
            a, b = a + 10, b + 10
            return a, b
        return l2
    return l1()
d = deep()
print(d(), d())
def unbound():
    def show(): return later
    try: show()
    except NameError as e: print(e)
    later = 1
    return show()
print(unbound())
