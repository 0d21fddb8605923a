from multiprocessing import Process
import os

def work(name):
    print('hello from', name)

if __name__ == '__main__':
    p = Process(target=work, args=('the child',))
    p.start()
    p.join()
    print('the child ended with', p.exitcode)
