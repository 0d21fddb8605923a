import asyncio
import multiprocessing
import threading
import time

WAITS = 4
SECONDS = 0.1


def wait():
    time.sleep(SECONDS)


async def wait_async():
    await asyncio.sleep(SECONDS)


def sequence():
    for _ in range(WAITS):
        wait()


def all_of(kind):
    units = [kind(target=wait) for _ in range(WAITS)]
    for unit in units:
        unit.start()
    for unit in units:
        unit.join()


async def coroutines():
    await asyncio.gather(*(wait_async() for _ in range(WAITS)))


def measure(name, run):
    start = time.perf_counter()
    run()
    seconds = time.perf_counter() - start
    print(f"{name:10} {seconds / SECONDS:4.0f} waits long")


if __name__ == "__main__":
    measure("sequence", sequence)
    measure("threads", lambda: all_of(threading.Thread))
    measure("processes", lambda: all_of(multiprocessing.Process))
    measure("coroutines", lambda: asyncio.run(coroutines()))
