import atexit, os
from multiprocessing import Process

def bye(who):
    print('bye', who)

def child():
    atexit.register(bye, 'child')
    print('child')

if __name__ == '__main__':
    atexit.register(bye, 'parent')
    p = Process(target=child)
    p.start(); p.join()
    print('end')
