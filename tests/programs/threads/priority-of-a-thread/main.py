import os
import threading
import time

done = {}


def work(nice):
    os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), nice)
    turns = 0
    while time.perf_counter() < end:
        turns += 1
    done[nice] = turns


end = time.perf_counter() + 0.4
threads = [threading.Thread(target=work, args=(nice,)) for nice in (0, 19)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
# What is dear to the scheduler gets little: a fifth would be far too much for nice 19.
print('little for nice 19:', done[19] * 5 < done[0])
