"""What `from threading import *` brings."""
import threading

print(sorted(threading.__all__))
print([n for n in threading.__all__ if not hasattr(threading, n)])
import queue

print(sorted(queue.__all__), [n for n in queue.__all__ if not hasattr(queue, n)])
import concurrent.futures

print(sorted(concurrent.futures.__all__))
import sched

print(sched.__all__)
