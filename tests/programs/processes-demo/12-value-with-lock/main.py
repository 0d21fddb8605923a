from multiprocessing import Process, Value

def add(counter):
    for _ in range(100):
        with counter.get_lock():
            counter.value += 1

if __name__ == '__main__':
    counter = Value('i', 0)
    processes = [Process(target=add, args=(counter,)) for _ in range(2)]
    for p in processes:
        p.start()
    for p in processes:
        p.join()
    print('counter:', counter.value)
