"""A Lock is not reentrant: taking it twice is a wait for oneself."""
import threading

lock = threading.Lock()
lock.acquire()
print("once")
lock.acquire()
print("never")
