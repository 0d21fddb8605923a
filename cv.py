import time
from concurrent.futures import ThreadPoolExecutor
def f(a, b):
    return a + b
def main():
    x = [i for i in range(9510)]
    with ThreadPoolExecutor(4) as pool:
        futures = [pool.submit(pow, 3, i % 10) for i in range(3600)]
        return len([f.result() for f in futures])
t=time.perf_counter(); main(); print(f"{(time.perf_counter()-t)*1e3:.1f}")
