import time
from multiprocessing import Process

def slow():
    time.sleep(0.8)

if __name__ == '__main__':
    p = Process(target=slow)
    print('before start:', p.is_alive())
    p.start()
    print('after start:', p.is_alive())
    p.join(0.2)
    print('after join(0.2):', p.is_alive(), p.exitcode)
    p.join()
    print('after join():', p.is_alive(), p.exitcode)
