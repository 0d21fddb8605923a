from multiprocessing import Process

def fail():
    raise RuntimeError('inside')

if __name__ == '__main__':
    p = Process(target=fail, name='breaker')
    p.start()
    p.join()
    print('parent goes on', p.exitcode)
