import asyncio
async def main():
    other = asyncio.new_event_loop()
    f = other.create_future()
    try:
        await f
    except RuntimeError as e:
        print("attached to a different loop" in str(e))
    try:
        await asyncio.gather(f, asyncio.sleep(0))
    except (ValueError, RuntimeError) as e:
        print(type(e).__name__)
    other.close()
asyncio.run(main())
