"""map() hands the tasks to three workers and gives the results back in order."""
import time
from concurrent.futures import ThreadPoolExecutor


def fetch(page):
    time.sleep(0.01 + page % 3 * 0.01)
    return page * page


with ThreadPoolExecutor(max_workers=3, thread_name_prefix="Worker") as pool:
    results = list(pool.map(fetch, range(10)))
print(results)
