import inspect
def g(a):
    b = a * 2
    x = yield b
    c = [x]
    yield c
i = g(3)
print(i.gi_frame.f_lineno, i.gi_frame.f_locals, i.gi_code.co_name)
next(i)
f = i.gi_frame
print(f.f_lineno, f.f_locals, inspect.getgeneratorlocals(i), inspect.getgeneratorstate(i))
i.send("s")
print(f.f_lineno, i.gi_frame.f_locals, i.gi_yieldfrom, f.f_code.co_name)
i.close()
print(i.gi_frame, inspect.getgeneratorlocals(i), inspect.getgeneratorstate(i))
def outer():
    n = 1
    def h():
        nonlocal n
        n += 1
        yield n
    return h()
o = outer(); next(o)
print(o.gi_frame.f_locals, o.gi_frame.f_back)
async def co():
    k = 1
c = co()
print(c.cr_frame.f_lineno, c.cr_frame.f_locals, c.cr_await, c.cr_running); c.close()
async def ag():
    z = 5
    yield z
a = ag()
print(a.ag_frame.f_lineno, a.ag_code.co_name, a.ag_await, type(a.ag_frame).__name__)
def me():
    print(gg.gi_running, gg.gi_frame.f_lineno)
    yield
gg = me(); next(gg)
