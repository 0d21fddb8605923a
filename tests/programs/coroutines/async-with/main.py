import asyncio
class Res:
    def __init__(self, n):
        self.n = n
    async def __aenter__(self):
        await asyncio.sleep(0)
        print("enter", self.n)
        return self
    async def __aexit__(self, t, v, tb):
        await asyncio.sleep(0)
        print("exit", self.n, t and t.__name__)
        return t is KeyError
async def main():
    async with Res(1) as a, Res(2) as b:
        print(a.n, b.n)
    async with Res(3):
        raise KeyError
    try:
        async with Res(4):
            raise ValueError("v")
    except ValueError as e:
        print(e)
    async def early():
        async with Res(5):
            return "returned"
    print(await early())
    for i in range(2):
        async with Res(6 + i):
            continue
    try:
        async with 5:
            pass
    except TypeError as e:
        print(e)
asyncio.run(main())
