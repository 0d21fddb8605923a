"""A daemon waits too; it does not keep the program from being stuck."""
import threading

lock = threading.Lock()
lock.acquire()
threading.Thread(target=lock.acquire, daemon=True).start()
print("main takes it again", flush=True)
lock.acquire()
