import time
from multiprocessing import Process

def forever():
    print('daemon begins', flush=True)
    time.sleep(30)
    print('never printed')

if __name__ == '__main__':
    p = Process(target=forever, daemon=True)
    p.start()
    time.sleep(1)
    print('main ends')
