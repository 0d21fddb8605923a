"""The program ends without shutdown: submitted work is still done."""
import concurrent.futures as cf
import time


def work(i):
    time.sleep(0.02)
    print("work", i)


pool = cf.ThreadPoolExecutor(1)
for i in range(3):
    pool.submit(work, i)
print("main ends")
