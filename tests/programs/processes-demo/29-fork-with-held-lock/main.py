import threading, time
from multiprocessing import Process

lock = threading.Lock()

def hold():
    with lock:
        time.sleep(0.5)

def child():
    got = lock.acquire(timeout=1)
    print('child got the lock:', got)

if __name__ == '__main__':
    thread = threading.Thread(target=hold)
    thread.start()
    time.sleep(0.1)
    p = Process(target=child)
    p.start()
    p.join()
    thread.join()
    print('parent could take it:', lock.acquire(timeout=1))
