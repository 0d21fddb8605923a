import asyncio
lock_a, lock_b = None, None
async def one():
    async with lock_a:
        await asyncio.sleep(0.01)
        async with lock_b: print("one")
async def two():
    async with lock_b:
        await asyncio.sleep(0.01)
        async with lock_a: print("two")
async def main():
    global lock_a, lock_b
    lock_a, lock_b = asyncio.Lock(), asyncio.Lock()
    try:
        await asyncio.wait_for(asyncio.gather(one(), two()), 1)
    except TimeoutError:
        print("deadlock broken", lock_a.locked(), lock_b.locked())
    counter = 0
    async def inc():
        nonlocal counter
        v = counter; await asyncio.sleep(0); counter = v + 1
    await asyncio.gather(*(inc() for _ in range(10)))
    print(counter)
    results = []
    async def greedy():
        for i in range(3): results.append(f"g{i}")
    async def polite():
        for i in range(3): results.append(f"p{i}"); await asyncio.sleep(0)
    await asyncio.gather(polite(), greedy(), polite())
    print(results)
asyncio.run(main())
