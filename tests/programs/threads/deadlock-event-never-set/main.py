"""Everybody waits for an event that nobody sets."""
import threading

e = threading.Event()
t = threading.Thread(target=e.wait)
t.start()
print("waiting", flush=True)
t.join()
