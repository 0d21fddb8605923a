import time
from multiprocessing import Process

def work(seconds):
    time.sleep(seconds)

if __name__ == '__main__':
    p = Process(target=work, args=(1.0,))
    p.start()
    start = time.monotonic()
    print(p.join(0.2), p.is_alive(), p.exitcode)
    print(time.monotonic() - start < 0.9)
    print(p.join(0), p.is_alive())
    print(p.join(-1), p.is_alive())
    p.join()
    print(p.is_alive(), p.exitcode)
    print(p.join(), p.join(1))
