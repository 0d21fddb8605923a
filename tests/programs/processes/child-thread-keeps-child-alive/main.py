import threading, time
from multiprocessing import Process

def late():
    time.sleep(0.3)
    print('thread ends')

def child():
    threading.Thread(target=late).start()
    print('target returns')

if __name__ == '__main__':
    p = Process(target=child)
    p.start(); p.join()
    print('joined', p.exitcode)
