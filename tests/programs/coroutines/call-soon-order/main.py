import asyncio
async def main():
    loop = asyncio.get_running_loop()
    def show(*a):
        print("call", *a)
    loop.call_soon(show, 1)
    h = loop.call_soon(show, "cancelled")
    loop.call_soon(lambda: loop.call_soon(show, "next iteration"))
    loop.call_soon(show, 2, 3)
    h.cancel()
    print("scheduled", h.cancelled())
    await asyncio.sleep(0)
    print("one turn later")
    await asyncio.sleep(0)
    print("two turns later")
asyncio.run(main())
