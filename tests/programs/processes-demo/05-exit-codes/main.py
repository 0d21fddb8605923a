import sys, time
from multiprocessing import Process

def returns():
    return 'ignored'

def raises():
    raise ValueError('nobody catches this')

def exits():
    sys.exit(7)

def sleeps():
    time.sleep(10)

if __name__ == '__main__':
    for target in (returns, raises, exits, sleeps):
        p = Process(target=target)
        p.start()
        if target is sleeps:
            p.terminate()
        p.join()
        print(target.__name__, p.exitcode)
