import asyncio
async def inner():
    await asyncio.sleep(10)
async def sleeper():
    try:
        await inner()
    finally:
        print("finally")
async def main():
    t = asyncio.ensure_future(sleeper())
    await asyncio.sleep(0)
    return t
loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda loop, context: print(context["message"], str(context["task"])[:50]))
t = loop.run_until_complete(main())
loop.close()
print("end", t.done())
