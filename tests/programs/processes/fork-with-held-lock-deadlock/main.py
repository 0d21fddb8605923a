import threading, time
from multiprocessing import Process

lock = threading.Lock()

def hold():
    with lock:
        time.sleep(0.6)

def child():
    print('child wants the lock', flush=True)
    with lock:
        print('never')

t = threading.Thread(target=hold)
t.start()
time.sleep(0.2)
p = Process(target=child)
p.start()
t.join()
print('thread joined', flush=True)
p.join()
