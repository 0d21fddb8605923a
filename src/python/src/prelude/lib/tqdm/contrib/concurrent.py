"""tqdm.contrib.concurrent: a pool with a bar."""

from concurrent.futures import ThreadPoolExecutor
from tqdm import tqdm


def thread_map(fn, *iterables, max_workers=None, chunksize=1, **tqdm_kwargs):
    items = [list(iterable) for iterable in iterables]
    with ThreadPoolExecutor(max_workers=max_workers) as pool:
        return list(tqdm(pool.map(fn, *items), total=min(len(part) for part in items), **tqdm_kwargs))
