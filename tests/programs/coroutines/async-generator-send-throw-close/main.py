import asyncio
async def g():
    try:
        x=yield 1
        print('got',x)
        while True:
            try: x=yield x
            except ValueError as e: print('VE',e); x='recovered'
    finally: print('fin')
async def main():
    a=g(); print(a.ag_running,a.ag_frame is not None,a.__name__)
    print(await a.__anext__(), await a.asend('s'), await a.athrow(ValueError('z')))
    try: await a.athrow(KeyError('kk'))
    except KeyError as e: print('KE',e)
    try: await a.asend(1)
    except StopAsyncIteration as e: print('SAI',e.args)
    b=g()
    try: await b.asend('x')
    except TypeError as e: print(e)
    await b.aclose()
    async def ret():
        yield 1
        return
    print([x async for x in ret()], {x:1 async for x in ret()}, [y async for x in ret() for y in (x,x) if y])
    async def ignore():
        try: yield 1
        except GeneratorExit: yield 2
    i=ignore(); await anext(i)
    try: await i.aclose()
    except RuntimeError as e: print(e)
    async def stopit():
        yield 1
        raise StopAsyncIteration
    try: print([x async for x in stopit()])
    except RuntimeError as e: print(e, repr(e.__cause__))
asyncio.run(main())
