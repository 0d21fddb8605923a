import time
from multiprocessing import Process

def long_job():
    print('job: this takes a minute')
    time.sleep(60)
    print('job: never printed')

if __name__ == '__main__':
    p = Process(target=long_job)
    p.start()
    time.sleep(0.5)
    p.terminate()
    p.join()
    print('main: the job ended with', p.exitcode)
