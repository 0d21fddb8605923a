"""join(timeout) returns None either way; is_alive tells."""
import threading
import time

t = threading.Thread(target=time.sleep, args=(0.1,))
t.start()
polls = 0
while True:
    r = t.join(timeout=0.03)
    polls += 1
    if not t.is_alive():
        break
print(r, polls >= 3, t.is_alive())
