import multiprocessing as mp
import time, os

from concurrent.futures import ProcessPoolExecutor, as_completed, wait, FIRST_COMPLETED
from concurrent.futures.process import BrokenProcessPool


if __name__ == '__main__':
    for kw in ({"max_workers": 0}, {"max_workers": -1}, {"initializer": 5}, {"max_tasks_per_child": 0}, {"max_tasks_per_child": "x"}):
        try:
            ProcessPoolExecutor(**kw)
        except (ValueError, TypeError) as exc:
            print(type(exc).__name__, exc)
