"""Async generators driven by hand."""
class Trap:
    def __init__(self, v): self.v = v
    def __await__(self):
        return (yield self.v)
def run(coro):
    got = None
    try:
        while True:
            v = coro.send(got)
            print('  trap', v)
            got = v
    except StopIteration as e:
        return e.value
async def agen(n):
    try:
        for i in range(n):
            r = yield i
            print('  sent', r)
            await Trap(('t', i))
    except ValueError as e:
        print('  caught', e)
        yield 'recovered'
    finally:
        print('  cleanup')
async def use():
    out = []
    async for x in agen(2): out.append(x)
    return out
print(run(use()))
async def manual():
    g = agen(3)
    print(await g.__anext__(), await g.asend('hello'))
    print(await g.athrow(ValueError('bad')))
    try: await g.__anext__()
    except StopAsyncIteration: print('over')
    await g.aclose()
    return type(g).__name__, g.__name__, g.ag_running
print(run(manual()))
async def closing():
    g = agen(3)
    await g.__anext__()
    await g.aclose()
    try: await g.asend(None)
    except StopAsyncIteration: print('closed')
run(closing())
async def comps():
    a = [x async for x in agen(2)]
    b = {x: await Trap(x) async for x in agen(1)}
    g = (x * 2 async for x in agen(2) if x)
    c = [x async for x in g]
    return a, b, c, type(g).__name__
print(run(comps()))
async def leak():
    yield 1
    raise StopAsyncIteration
async def use_leak():
    try:
        async for x in leak(): pass
    except RuntimeError as e: print(type(e).__name__, e)
run(use_leak())
async def first():
    g = agen(1)
    return await anext(g), [x async for x in g], await anext(g, 'default')
print(run(first()))
async def exc():
    async def g():
        yield 1
        raise KeyError('in agen')
    try:
        async for x in g(): print('x', x)
    except KeyError as e: print('KeyError', e)
    async for y in aiter(agen(1)): print('y', y)
run(exc())
