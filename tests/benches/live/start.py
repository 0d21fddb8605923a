# Start and join of a process that does nothing. A row a line: name, measured, ideal, unit.
import multiprocessing, time

if __name__ == '__main__':
    took = []
    for _ in range(5):
        begin = time.perf_counter()
        process = multiprocessing.Process(target=int)
        process.start()
        process.join()
        took.append(time.perf_counter() - begin)
        # The stock is filled up meanwhile.
        time.sleep(0.5)
    print('start of a process', round(sorted(took)[2] * 1e3, 2), 'WORKER', 'ms', sep=';')
