import time
from multiprocessing import Process

def forever():
    print('daemon: I would run for ever')
    while True:
        time.sleep(0.05)

if __name__ == '__main__':
    p = Process(target=forever, daemon=True)
    p.start()
    time.sleep(0.4)
    print('main: I am done')
