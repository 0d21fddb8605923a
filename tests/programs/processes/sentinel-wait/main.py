import time
from multiprocessing import Process
from multiprocessing.connection import wait

def nap(t):
    time.sleep(t)

if __name__ == '__main__':
    ps = {name: Process(target=nap, args=(t,)) for name, t in (('slow', 1.0), ('fast', 0.1))}
    for p in ps.values():
        p.start()
    left = {p.sentinel: name for name, p in ps.items()}
    print(wait(list(left), timeout=0))
    while left:
        for s in wait(list(left)):
            print(left.pop(s), 'has ended')
    for p in ps.values():
        p.join()
    print([p.exitcode for p in ps.values()])
