import asyncio
log = []
async def ticker():
    for i in range(3):
        log.append(f"tick {i}")
        await asyncio.sleep(0)
async def greedy():
    for i in range(3):
        log.append(f"greedy {i}")
async def polite():
    for i in range(3):
        log.append(f"polite {i}")
        await asyncio.sleep(0)
async def main():
    await asyncio.gather(ticker(), greedy(), polite())
    print("\n".join(log))
asyncio.run(main())
