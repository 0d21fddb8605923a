import threading
from multiprocessing import Process, current_process

def run(n):
    print(current_process().name, threading.current_thread().name, n)

def child():
    print(threading.active_count(), threading.current_thread().name, threading.main_thread().name)
    for n in range(2):
        t = threading.Thread(target=run, args=(n,))
        t.start(); t.join()

if __name__ == '__main__':
    stop = threading.Event()
    t = threading.Thread(target=stop.wait)
    t.start()
    p = Process(target=child)
    p.start(); p.join()
    print(threading.active_count())
    stop.set(); t.join()
