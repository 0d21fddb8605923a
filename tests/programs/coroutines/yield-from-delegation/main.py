import asyncio
def sub():
    try:
        x = yield "a"
        print("sub got", x)
        y = yield "b"
        return y
    finally:
        print("sub ends")
def top():
    r = yield from sub()
    print("top got", r)
    yield from [1, 2]
g = top()
print(next(g), g.send("X"), g.send("Y"), next(g))
g.close()
def scheduler(tasks):
    out = []
    while tasks:
        for t in list(tasks):
            try:
                out.append(next(t))
            except StopIteration:
                tasks.remove(t)
    return out
def count(a, n):
    for i in range(n):
        yield f"{a}{i}"
print(scheduler([count("x", 2), count("y", 3)]))
async def main():
    pass
asyncio.run(main())
