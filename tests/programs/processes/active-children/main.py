import time
from multiprocessing import Process, active_children

def nap(t):
    time.sleep(t)

if __name__ == '__main__':
    print(active_children())
    ps = [Process(target=nap, args=(t,), name=f'p{t}') for t in (0.2, 1.2)]
    for p in ps:
        p.start()
    print(sorted(p.name for p in active_children()))
    ps[0].join()
    print(sorted(p.name for p in active_children()))
    ps[1].join()
    print(active_children())
