import types
@types.coroutine
def switch(v):
    got = yield v
    return got
async def child(n):
    a = await switch(f"c{n}-1")
    b = await switch(f"c{n}-2")
    return a, b
async def parent():
    r1 = await child(1)
    r2 = await child(2)
    return r1, r2
c = parent()
print(c.send(None), c.send("w"), c.send("x"), c.send("y"))
try: c.send("z")
except StopIteration as e: print(e.value)
try: c.send(None)
except RuntimeError as e: print(e)
async def bad(): await 5
try: bad().send(None)
except TypeError as e: print(e)
async def f(): return 1
x = f()
try: iter(x)
except TypeError as e: print(e)
try: next(x)
except TypeError as e: print(e)
x.close(); print(type(x).__name__, f.__code__.co_name)
class Aw:
    def __await__(self): yield "from await"; return 7
async def g(): return await Aw() + 1
y = g(); print(y.send(None))
try: y.send(None)
except StopIteration as e: print(e.value)
