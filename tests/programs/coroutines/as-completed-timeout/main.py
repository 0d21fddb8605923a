import asyncio
async def w(n,t):
    await asyncio.sleep(t); return n
async def main():
    try:
        for c in asyncio.as_completed([w('a',.01),w('b',.2),w('c',.02)],timeout=.1):
            print(await c)
    except asyncio.TimeoutError as e:
        print('timeout',repr(e),type(e).__module__)
asyncio.run(main())
