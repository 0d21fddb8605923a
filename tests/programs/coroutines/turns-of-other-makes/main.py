# Turns that are not the usual ones: coroutines of another make, tasks of a subclass, and what is left after a turn that failed.
import asyncio
import contextvars
from collections.abc import Coroutine

var = contextvars.ContextVar("var", default="outside")


class Counting(Coroutine):
    def __init__(self, turns):
        self.turns = turns

    def send(self, value):
        if self.turns == 0:
            raise StopIteration("counted")
        self.turns -= 1
        print("turn", self.turns, asyncio.current_task().get_name())

    def throw(self, *error):
        raise error[0]

    def close(self):
        pass

    def __await__(self):
        return self


class Loud(asyncio.Task):
    pass


async def fails():
    var.set("inside")
    await asyncio.sleep(0)
    raise ValueError("failed")


async def leaves():
    var.set("inside")
    await asyncio.sleep(0)
    raise SystemExit(4)


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.gather(Counting(2), Loud(fails(), loop=loop), fails(), return_exceptions=True))
    loop.call_soon(lambda: print("callback sees", var.get(), asyncio.current_task()))
    await asyncio.sleep(0)
    other = asyncio.create_task(leaves(), name="leaver")
    await other


try:
    asyncio.run(main())
except SystemExit as problem:
    print("left with", problem.code, var.get())
