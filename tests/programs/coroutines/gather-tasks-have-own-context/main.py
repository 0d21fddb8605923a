import asyncio, contextvars
req = contextvars.ContextVar("req")
async def handle(n):
    req.set(n)
    await asyncio.sleep(0.01 * (3 - n))
    await step()
async def step():
    print("handling", req.get())
async def main():
    await asyncio.gather(*(handle(i) for i in range(3)))
    print(req.get("nothing set"))
asyncio.run(main())
