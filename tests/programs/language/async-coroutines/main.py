"""Coroutines driven by hand."""
class Trap:
    def __init__(self, v): self.v = v
    def __await__(self):
        got = yield self.v
        return got
async def leaf(x):
    r = await Trap(x)
    return f'leaf({r})'
async def root():
    a = await leaf(1)
    b = await leaf(2)
    try:
        await leaf(3)
    except ValueError as e:
        print('caught', e)
    return a, b
def drive(coro, answers):
    out = []
    try:
        out.append(coro.send(None))
        for x in answers:
            out.append(coro.throw(x) if isinstance(x, Exception) else coro.send(x))
    except StopIteration as e:
        return out, e.value
print(drive(root(), ['A', 'B', ValueError('thrown')]))
c = leaf(0)
print(type(c).__name__, c.__name__, c.cr_running, c.cr_frame is not None, c.cr_await)
c.close()
def attempt(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
c = leaf(1); c.send(None)
attempt(lambda: drive(c, []))
c = leaf(1)
c.send(None)
try: c.send('x')
except StopIteration as e: print(e.value)
attempt(lambda: c.send(None))
async def bad(): await 5
attempt(lambda: drive(bad(), []))
async def nothing(): return 7
attempt(lambda: drive(nothing(), []))
class ACM:
    def __init__(self, n, swallow=False): self.n = n; self.swallow = swallow
    async def __aenter__(self):
        print('aenter', await Trap(self.n)); return self
    async def __aexit__(self, k, e, t):
        print('aexit', k and k.__name__, await Trap('x')); return self.swallow
async def with_it():
    async with ACM(1) as a, ACM(2, True) as b:
        print('body', a.n, b.n)
        raise KeyError('k')
    return 'done'
print(drive(with_it(), [10, 20, 30, 40]))
async def with_bad():
    async with 5: pass
attempt(lambda: drive(with_bad(), []))
class SyncCM:
    def __enter__(self): pass
    def __exit__(self, *a): pass
async def with_sync():
    async with SyncCM(): pass
attempt(lambda: drive(with_sync(), []))
class ACount:
    def __init__(self, n): self.n = n; self.i = 0
    def __aiter__(self): return self
    async def __anext__(self):
        if self.i >= self.n: raise StopAsyncIteration
        self.i += 1
        return await Trap(self.i)
async def loop():
    out = []
    async for x in ACount(3):
        if x == 'skip': continue
        out.append(x)
    else: out.append('else')
    return out
print(drive(loop(), ['a', 'skip', 'c']))
async def comp(): return [x async for x in ACount(2)], {await Trap(i) for i in range(2)}, {x: 1 async for x in ACount(1) if x}
print(drive(comp(), ['a', 'b', 'c', 'd', 'e']))
async def for_bad():
    async for x in 5: pass
attempt(lambda: drive(for_bad(), []))
async def for_sync():
    async for x in [1]: pass
attempt(lambda: drive(for_sync(), []))
async def fin():
    try: await Trap(1)
    finally: print('finally', await Trap(2))
c = fin(); c.send(None)
try: c.throw(KeyError('q'))
except KeyError: print('early')
try: c.send('fv')
except KeyError as e: print('after', e)
c = fin(); c.send(None)
attempt(c.close)
async def double():
    c = leaf(1)
    await c
    await c
attempt(lambda: drive(double(), ['x']))
lam = lambda: leaf(5)
print(drive(lam(), ['q']))
async def ret_await(): return await leaf(await leaf(1))
print(drive(ret_await(), ['in', 'out']))
