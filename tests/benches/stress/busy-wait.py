"""Waits for five seconds for a thread to end, in a loop."""
import threading
import time

threading.Thread(target=time.sleep, args=(5,)).start()
while threading.active_count() != 1:
    pass
print("alone")
