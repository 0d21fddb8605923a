import asyncio

guests = 0


async def guest(name, seconds, door):
    global guests
    await asyncio.sleep(seconds)
    async with door:
        guests += 1
        print(name, "arrives:", guests)
        door.notify_all()


async def cook(door):
    async with door:
        await door.wait_for(lambda: guests >= 3)
        print("dinner for", guests)


async def main():
    door = asyncio.Condition()
    await asyncio.gather(cook(door), guest("Ann", 0.1, door), guest("Bob", 0.2, door), guest("Cid", 0.3, door))


asyncio.run(main())
