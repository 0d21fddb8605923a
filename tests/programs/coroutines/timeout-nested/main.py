import asyncio
async def main():
    try:
        async with asyncio.timeout(0.3):
            try:
                async with asyncio.timeout(0.05):
                    await asyncio.sleep(10)
            except TimeoutError:
                print("inner")
            await asyncio.sleep(0.01)
            print("between")
    except TimeoutError:
        print("outer?")
    try:
        async with asyncio.timeout(0.05):
            try:
                async with asyncio.timeout(10):
                    await asyncio.sleep(10)
            except TimeoutError:
                print("inner?")
            finally:
                print("inner left")
    except TimeoutError:
        print("outer")
    try:
        async with asyncio.timeout(0.05):
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                print("cancelled inside")
                raise
    except TimeoutError as e:
        print(type(e.__cause__).__name__)
asyncio.run(main())
