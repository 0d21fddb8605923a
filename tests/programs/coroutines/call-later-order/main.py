import asyncio
async def main():
    loop = asyncio.get_running_loop()
    done = asyncio.Event()
    def show(n):
        print(n)
        if n == "last":
            done.set()
    loop.call_later(0.1, show, "last")
    loop.call_later(0.05, show, "b")
    h = loop.call_later(0.06, show, "never")
    loop.call_at(loop.time() + 0.02, show, "a")
    loop.call_later(0, show, "zero")
    loop.call_soon(show, "soon")
    h.cancel()
    print(h.cancelled(), h.when() > loop.time())
    await done.wait()
    for bad in (lambda: loop.call_later(None, show), lambda: loop.call_at(None, show)):
        try:
            bad()
        except TypeError as e:
            print(e)
asyncio.run(main())
