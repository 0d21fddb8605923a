from multiprocessing import Process, Manager

def square(number, results):
    results[number] = number * number

if __name__ == '__main__':
    with Manager() as manager:
        results = manager.dict()
        processes = [Process(target=square, args=(n, results)) for n in range(4)]
        for p in processes:
            p.start()
        for p in processes:
            p.join()
        print(sorted(results.items()))
