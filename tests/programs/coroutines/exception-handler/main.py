import asyncio
def handler(loop, context):
    print("handler:", context["message"].split(" at ")[0], repr(context.get("exception")))
async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    def bad():
        raise ValueError("in callback")
    loop.call_soon(bad)
    await asyncio.sleep(0)
    loop.call_later(0.01, lambda: 1 / 0)
    await asyncio.sleep(0.02)
    loop.call_exception_handler({"message": "by hand", "exception": KeyError("k")})
    try:
        loop.set_exception_handler(5)
    except TypeError as e:
        print(e)
    loop.set_exception_handler(None)
    print("end")
asyncio.run(main())
