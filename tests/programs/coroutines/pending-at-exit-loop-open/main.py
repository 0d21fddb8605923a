import asyncio
async def sleeper(n):
    try:
        await asyncio.sleep(10)
    finally:
        print("finally", n)
async def main():
    for n in range(3):
        asyncio.ensure_future(sleeper(n))
    await asyncio.sleep(0)
loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda loop, context: print(context["message"], str(context["task"])[:50]))
loop.run_until_complete(main())
print("end")
