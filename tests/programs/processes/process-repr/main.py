import re
from multiprocessing import Process
import time

def show(p):
    print(re.sub(r'(pid|parent)=\d+', r'\1=N', repr(p)))

def nap():
    time.sleep(5)

if __name__ == '__main__':
    p = Process(target=nap)
    show(p)
    p.daemon = True
    show(p)
    p.start()
    show(p)
    p.terminate(); p.join()
    show(p)
    p.close()
    show(p)
    q = Process(target=print, args=('q',), name='other')
    q.start(); q.join()
    show(q)
