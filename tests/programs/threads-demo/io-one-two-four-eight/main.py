"""Eight requests, shared by more and more threads."""
import threading
import time

REQUESTS = 8


def fetch(times):
    for _ in range(times):
        time.sleep(0.05)


def timed(count):
    threads = [threading.Thread(target=fetch, args=(REQUESTS // count,), name=f"{i + 1} of {count}") for i in range(count)]
    begin = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - begin


alone = timed(1)
for count in (2, 4, 8):
    faster = alone / timed(count)
    print(f"{count} threads:", f"{count} times as fast, nearly" if faster > 0.6 * count else f"{faster:.1f} times")
