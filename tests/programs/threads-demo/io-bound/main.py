"""Four requests that mostly wait: a waiting thread needs neither core nor GIL."""
import threading
import time

ANSWERS_AFTER = {"news": 0.4, "weather": 0.1, "mail": 0.3, "maps": 0.2}


def fetch(page, seconds):
    time.sleep(seconds)  # stands for the network
    print(f"{page} answered after {seconds} s")


start = time.perf_counter()
threads = []
for page, seconds in ANSWERS_AFTER.items():
    thread = threading.Thread(target=fetch, args=(page, seconds), name=page)
    thread.start()
    threads.append(thread)
for thread in threads:
    thread.join()

elapsed = time.perf_counter() - start
print(f"waited {sum(ANSWERS_AFTER.values()):.1f} s in all, took {elapsed:.1f} s")
