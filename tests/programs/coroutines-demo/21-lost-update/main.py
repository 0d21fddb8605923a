import asyncio

balance = 100


async def withdraw(amount):
    global balance
    seen = balance
    await asyncio.sleep(0.01)
    balance = seen - amount


async def safe(amount, lock):
    global balance
    async with lock:
        seen = balance
        await asyncio.sleep(0.01)
        balance = seen - amount


async def main():
    global balance
    await asyncio.gather(withdraw(10), withdraw(20), withdraw(30))
    print("without a lock:", balance)
    balance = 100
    lock = asyncio.Lock()
    await asyncio.gather(safe(10, lock), safe(20, lock), safe(30, lock))
    print("with a lock:   ", balance)


asyncio.run(main())
