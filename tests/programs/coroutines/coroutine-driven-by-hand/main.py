import asyncio
class Trap:
    def __init__(self, name): self.name = name
    def __await__(self):
        r = yield self.name
        return r
async def inner(x):
    got = await Trap(f"trap {x}")
    return got * 2
async def outer():
    a = await inner(1)
    b = await inner(2)
    try:
        await Trap("fail here")
    except ValueError as e:
        print("caught", e)
    return a + b
c = outer()
print(c.send(None))
print(c.cr_running, c.cr_await is not None)
print(c.send(10))
print(c.send(20))
try:
    c.throw(ValueError("thrown"))
except StopIteration as e:
    print("result", e.value)
async def main():
    pass
asyncio.run(main())
