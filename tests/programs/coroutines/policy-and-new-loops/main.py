import asyncio
policy = asyncio.get_event_loop_policy()
print(isinstance(policy, asyncio.AbstractEventLoopPolicy))
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop, isinstance(loop, asyncio.AbstractEventLoop))
print(loop.run_until_complete(asyncio.sleep(0, "x")))
loop.close()
asyncio.set_event_loop(None)
for bad in ("x", 5):
    try:
        asyncio.set_event_loop(bad)
    except TypeError as e:
        print(e)
    try:
        asyncio.set_event_loop_policy(bad)
    except TypeError as e:
        print(e)
async def main():
    pass
asyncio.run(main())
