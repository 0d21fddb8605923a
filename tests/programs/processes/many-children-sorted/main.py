from multiprocessing import Process

def report(n):
    print('process', n, n * n)

if __name__ == '__main__':
    ps = [Process(target=report, args=(n,)) for n in range(12)]
    for p in ps: p.start()
    for p in ps: p.join()
    print('all', all(p.exitcode == 0 for p in ps))
