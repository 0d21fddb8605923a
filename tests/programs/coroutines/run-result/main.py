import asyncio
async def main():
    return 42
print(asyncio.run(main()))
async def none():
    pass
print(asyncio.run(none()))
async def fails():
    raise ValueError("boom")
try:
    asyncio.run(fails())
except ValueError as e:
    print("caught", e)
