"""submit() gives a future at once; result() waits, and raises what the task raised."""
import time
from concurrent.futures import ThreadPoolExecutor, as_completed


def grow(plant, seconds):
    time.sleep(seconds)
    if plant == "cactus":
        raise ValueError("too much water")
    return f"{plant} has grown"


with ThreadPoolExecutor(2) as pool:
    futures = {pool.submit(grow, *p): p[0] for p in (("moss", 0.2), ("cress", 0.05), ("cactus", 0.05), ("oak", 9))}
    oak = list(futures)[-1]
    print("oak cancelled:", oak.cancel())
    for future in as_completed(futures):
        if future.cancelled():
            continue
        try:
            print(future.result())
        except ValueError as error:
            print(futures[future], "failed:", error)
