# A native call that lets go of the GIL: two of them side by side take as long as one.
import threading
import time

import interleave


def burn():
    interleave.busy(200)


start = time.perf_counter()
threads = [threading.Thread(target=burn) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"{time.perf_counter() - start:.1f} s")
try:
    interleave.busy(-1)
except ValueError as error:
    print(error)
