import time
from multiprocessing import Process

def nap():
    time.sleep(0.3)

if __name__ == '__main__':
    p = Process(target=nap)
    p.start()
    try:
        p.close()
    except ValueError as exc:
        print('ValueError:', exc)
    p.join()
    p.close()
    for act in (p.join, p.is_alive, p.start, p.terminate, lambda: p.exitcode, lambda: p.pid):
        try:
            act()
        except ValueError as exc:
            print('ValueError:', exc)
    p.close()
    print('closed')
    q = Process(target=nap)
    q.close()
    print(q.daemon)
