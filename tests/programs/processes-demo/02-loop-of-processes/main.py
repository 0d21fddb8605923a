from multiprocessing import Process

def count(name):
    total = 0
    for n in range(60_000):
        total += n
    print(name, total)

if __name__ == '__main__':
    processes = []
    for number in range(3):
        p = Process(target=count, args=(f'process {number}',))
        p.start()
        processes.append(p)
    for p in processes:
        p.join()
    print('all done')
