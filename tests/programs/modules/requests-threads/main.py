"""The I/O-bound example of every tutorial: one after the other, in threads, in a pool; the model decides the times."""
import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed

import requests

URLS = [f"https://httpbin.org/delay/{n}" for n in (1, 2, 1, 2)]


def fetch(url):
    return url, requests.get(url, timeout=10).status_code


start = time.perf_counter()
for url in URLS:
    fetch(url)
one_by_one = time.perf_counter() - start

start = time.perf_counter()
threads = [threading.Thread(target=fetch, args=(url,)) for url in URLS]
for t in threads:
    t.start()
for t in threads:
    t.join()
threaded = time.perf_counter() - start

start = time.perf_counter()
with ThreadPoolExecutor(max_workers=2) as pool:
    futures = [pool.submit(fetch, url) for url in URLS]
    done = [f.result()[0][-1] for f in as_completed(futures)]
pooled = time.perf_counter() - start
print(f"{one_by_one:.0f} {threaded:.0f} {pooled:.0f}", done)

# a session keeps its connection: no handshake after the first request
with requests.Session() as session:
    times = []
    for _ in range(3):
        start = time.perf_counter()
        session.get("https://example.com/")
        times.append(time.perf_counter() - start)
print(times[0] > 1.5 * times[1], abs(times[1] - times[2]) < 0.001)

# a host answers 32 requests at a time
start = time.perf_counter()
with ThreadPoolExecutor(max_workers=64) as pool:
    list(pool.map(fetch, ["https://httpbin.org/delay/1"] * 64))
print(f"{time.perf_counter() - start:.0f}")
