from multiprocessing import Process, Manager

def add(total, lock):
    for _ in range(10):
        with lock:
            total.value += 1

if __name__ == '__main__':
    with Manager() as manager:
        total, lock = manager.Value('i', 0), manager.Lock()
        processes = [Process(target=add, args=(total, lock)) for _ in range(3)]
        for p in processes:
            p.start()
        for p in processes:
            p.join()
        print('total', total.value)
