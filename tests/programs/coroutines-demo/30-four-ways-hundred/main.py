import asyncio
import multiprocessing
import threading
import time

WAITS = 100
SECONDS = 0.5


def wait():
    time.sleep(SECONDS)


async def wait_async():
    await asyncio.sleep(SECONDS)


def all_of(kind):
    units = [kind(target=wait) for _ in range(WAITS)]
    for unit in units:
        unit.start()
    for unit in units:
        unit.join()


async def coroutines():
    await asyncio.gather(*(wait_async() for _ in range(WAITS)))


def seconds(run):
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


if __name__ == "__main__":
    over = {
        "coroutines": seconds(lambda: asyncio.run(coroutines())) - SECONDS,
        "threads": seconds(lambda: all_of(threading.Thread)) - SECONDS,
        "processes": seconds(lambda: all_of(multiprocessing.Process)) - SECONDS,
    }
    print("what a hundred waits cost beyond one wait, least first:")
    for name in sorted(over, key=over.get):
        print(" ", name)
    print("processes cost at least three times what threads do:", over["processes"] > 3 * over["threads"])
