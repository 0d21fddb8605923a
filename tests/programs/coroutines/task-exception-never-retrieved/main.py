import asyncio, gc
def handler(loop, context):
    print(context["message"], repr(context["exception"]))
async def bad():
    raise ValueError("lost")
async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    t = asyncio.create_task(bad())
    await asyncio.sleep(0.01)
    print("task failed, nobody looked")
    del t
    gc.collect()
    t = asyncio.create_task(bad())
    await asyncio.sleep(0.01)
    print(repr(t.exception()))
    del t
    gc.collect()
    print("end")
asyncio.run(main())
