import multiprocessing as mp, atexit, sys, os, threading, weakref
from multiprocessing import util
@atexit.register
def bye(): print('atexit in', mp.current_process().name)
def child():
    util.Finalize(None, print, args=('finalizer',), exitpriority=10)
    t = threading.Thread(target=lambda: print('thread in child')); t.start()
    try: sys.exit(2)
    finally: print('finally')
if __name__ == '__main__':
    p = mp.Process(target=child); p.start(); p.join(); print(p.exitcode)
    print(mp.util.get_logger() is mp.get_logger())
