async def agen(n):
    for i in range(n): yield i
async def main():
    print([x async for x in agen(3)], {x async for x in agen(2)}, {x: x * 2 async for x in agen(2) if x}, [y async for x in agen(3) if x for y in [x, -x]])
    g = (x * 2 async for x in agen(3))
    print(type(g).__name__, [v async for v in g])
    async for v in agen(2): print("v", v)
    else: print("done")
    it = agen(2); print(await it.__anext__(), await anext(it), await anext(it, "dflt"))
    try: await anext(it)
    except StopAsyncIteration: print("stop")
    class CM:
        async def __aenter__(self): print("in"); return 5
        async def __aexit__(self, *a): print("out", a[0]); return True
    async with CM() as v, CM(): print(v); raise ValueError("x")
    class It:
        def __init__(self): self.n = 0
        def __aiter__(self): return self
        async def __anext__(self):
            self.n += 1
            if self.n > 2: raise StopAsyncIteration
            return self.n
    print([x async for x in It()])
    try:
        async for x in [1]: pass
    except TypeError as e: print(e)
    try:
        async with 5: pass
    except TypeError as e: print(e)
    try:
        for x in agen(1): pass
    except TypeError as e: print(e)
c = main()
try: c.send(None)
except StopIteration: print("end")
