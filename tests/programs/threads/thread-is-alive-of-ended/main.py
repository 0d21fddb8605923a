"""is_alive turns False at the end, without join."""
import threading
import time

t = threading.Thread(target=time.sleep, args=(0.02,))
print(t.is_alive())
t.start()
print(t.is_alive())
time.sleep(0.1)
print(t.is_alive())
print(threading.active_count(), threading.enumerate()[0].name)
