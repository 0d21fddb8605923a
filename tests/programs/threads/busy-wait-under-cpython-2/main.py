import threading, time
ev = threading.Event()
def worker():
    for i in range(3): time.sleep(0.02)
    ev.set()
t = threading.Thread(target=worker); t.start()
while not ev.is_set(): pass
while threading.active_count() != 1: pass
print("ok")
