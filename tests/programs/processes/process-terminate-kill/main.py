import time
from multiprocessing import Process

def sleeper():
    time.sleep(60)

if __name__ == '__main__':
    for how in ('terminate', 'kill'):
        p = Process(target=sleeper)
        p.start()
        print(p.is_alive(), p.exitcode)
        getattr(p, how)()
        p.join()
        print(how, p.is_alive(), p.exitcode)
        getattr(p, how)()
        print('again', p.exitcode)
