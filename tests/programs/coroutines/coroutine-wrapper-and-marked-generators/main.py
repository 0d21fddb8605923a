import asyncio, types, inspect
async def add(a, b):
    await step()
    return a + b
@types.coroutine
def step():
    x = yield 'asked'
    return x
it = add(1, 2).__await__()
print(type(it).__name__, next(it))
try: it.send(5)
except StopIteration as e: print(e.value)
for v in add(3, 4).__await__(): print('for', v)
print(list(add(5, 6).__await__()))
g = step()
print(type(g).__name__, inspect.isawaitable(g), inspect.iscoroutine(g), inspect.isgenerator(g), asyncio.iscoroutine(g), bool(g.gi_code.co_flags & inspect.CO_ITERABLE_COROUTINE))
print(list(step()))
class Delegating:
    def __await__(self): return add(1, 1).__await__()
class Yielding:
    def __await__(self): 
        r = yield from add(2, 2).__await__()
        return r * 10
class Wrong:
    def __await__(self): return add(1, 1)
class Wrong2:
    def __await__(self): return (yield from add(1, 1))
def run(c):
    try:
        while True: print('  yielded', c.send('v'if 0 else None))
    except StopIteration as e: return e.value
    except Exception as e: return f'{type(e).__name__}: {e}'
async def w(x): return await x
for x in (Delegating(), Yielding(), Wrong(), Wrong2(), step(), 3, iter([]), (x for x in 'ab')): print(run(w(x)))
def plain(): return (yield from add(1, 2))
try: list(plain())
except TypeError as e: print(e)
@types.coroutine
def ok(): return (yield from add(7, 8))
print(run(w(ok())))
try: next(add(1, 2))
except TypeError as e: print(e)
try: list(add(1, 2))
except TypeError as e: print(e)
it = add(1, 2).__await__(); next(it)
try: it.throw(ValueError('into'))
except ValueError as e: print('thrown', e)
it = add(1, 2).__await__(); next(it); it.close(); it.close()
try: next(it)
except RuntimeError as e: print(e)
class CM:
    async def __aenter__(self): pass
    def __aexit__(self, *a): return 5
async def cm():
    async with CM(): pass
print(run(cm()))
async def cm2():
    async with CM(): 1 / 0
print(run(cm2()))
