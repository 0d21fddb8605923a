import time
from multiprocessing import Process

def slow():
    time.sleep(0.8)
    print('child ends')

if __name__ == '__main__':
    Process(target=slow).start()
    print('main ends')
