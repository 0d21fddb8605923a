import threading, time
from multiprocessing import Process

lock = threading.Lock()

def hold():
    with lock:
        time.sleep(1.5)

def child():
    print('child sees the lock', lock.locked())
    got = lock.acquire(timeout=0.3)
    print('child got it', got)

t = threading.Thread(target=hold)
t.start()
time.sleep(0.3)
p = Process(target=child)
p.start()
p.join()
t.join()
with lock:
    print('parent got it')
