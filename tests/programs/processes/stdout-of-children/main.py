import sys
from multiprocessing import Process

def speak(n):
    print('out', n)
    sys.stdout.write(f'written {n}\n')
    print('err', n, file=sys.stderr)

if __name__ == '__main__':
    for n in range(3):
        p = Process(target=speak, args=(n,))
        p.start(); p.join()
