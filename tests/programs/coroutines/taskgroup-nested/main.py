import asyncio
async def main():
    async def w(n, d):
        try:
            await asyncio.sleep(d)
            print(n, "done")
        except asyncio.CancelledError:
            print(n, "cancelled")
            raise
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(w("outer", 1))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(w("inner", 0.01))
            print("inner group is done")
            raise LookupError("outer body")
    except* LookupError as eg:
        print([str(e) for e in eg.exceptions])
asyncio.run(main())
