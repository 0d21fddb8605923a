"""The download tutorial whole: requests, a session for each thread, a pool, a log, files, a bar."""
import logging
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

import requests
from tqdm import tqdm

logging.basicConfig(level=logging.INFO, stream=sys.stdout, format="%(levelname)s %(message)s")
local = threading.local()
folder = Path("downloads")
folder.mkdir(exist_ok=True)


def session():
    if not hasattr(local, "session"):
        local.session = requests.Session()
    return local.session


def download(url):
    response = session().get(url, timeout=10)
    response.raise_for_status()
    path = folder / (url.rsplit("/", 1)[1] + ".bin")
    path.write_bytes(response.content)
    return path, len(response.content)


urls = [f"https://httpbin.org/bytes/{n * 1000}" for n in range(1, 6)] + ["https://httpbin.org/status/500"]
start = time.perf_counter()
with ThreadPoolExecutor(max_workers=3) as pool:
    futures = {pool.submit(download, url): url for url in urls}
    for future in tqdm(as_completed(futures), total=len(futures), desc="downloads"):
        try:
            path, size = future.result()
            logging.debug("%s", path)
        except requests.HTTPError as problem:
            logging.error("%s", problem)
print(sorted((p.name, p.stat().st_size) for p in folder.iterdir()))
print(f"{time.perf_counter() - start:.1f} s with three threads")
start = time.perf_counter()
for url in urls[:-1]:
    download(url)
print(f"{time.perf_counter() - start:.1f} s one by one, on one open connection")
