import os, sys, time
from multiprocessing import Process

def returns(): return 5
def raises(): raise ValueError('no')
def exits(code): sys.exit(code)
def exits_hard(): os._exit(9)

if __name__ == '__main__':
    for target, args in [(returns, ()), (raises, ()), (exits, (0,)), (exits, (None,)), (exits, (3,)),
                         (exits, ('words',)), (exits, (256,)), (exits, (-1,)), (exits_hard, ())]:
        p = Process(target=target, args=args)
        print(p.exitcode, end=' ')
        p.start(); p.join()
        print(target.__name__, args, p.exitcode)
