import asyncio


async def slow_answer():
    await asyncio.sleep(2)
    return 42


async def main():
    try:
        async with asyncio.timeout(0.5):
            print("answer:", await slow_answer())
    except TimeoutError:
        print("no answer within half a second")

    try:
        print(await asyncio.wait_for(slow_answer(), timeout=3))
    except TimeoutError:
        print("never here")


asyncio.run(main())
