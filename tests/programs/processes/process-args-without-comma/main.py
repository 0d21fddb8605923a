from multiprocessing import Process

def f(x):
    print(x)

if __name__ == '__main__':
    try:
        Process(target=f, args=(1))
    except TypeError as exc:
        print('TypeError:', exc)
    p = Process(target=f, args=('ab'))
    p.start(); p.join()
    print(p.exitcode)
    p = Process(target=f, args=('a'))
    p.start(); p.join()
    print(p.exitcode)
