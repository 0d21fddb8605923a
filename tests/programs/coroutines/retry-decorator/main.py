import asyncio,functools,time
def retry(n):
    def deco(f):
        @functools.wraps(f)
        async def w(*a,**k):
            for i in range(n):
                try: return await f(*a,**k)
                except OSError as e: print('retry',i,e); await asyncio.sleep(.01*2**i)
            raise RuntimeError('gave up')
        return w
    return deco
calls=0
@retry(3)
async def flaky():
    global calls; calls+=1
    if calls<3: raise OSError(f'fail {calls}')
    return 'ok'
async def main():
    print(await flaky(), flaky.__name__)
    global calls; calls=-9
    try: await flaky()
    except RuntimeError as e: print(e, repr(e.__context__))
asyncio.run(main())
