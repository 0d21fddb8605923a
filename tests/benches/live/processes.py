# How long two processes take at the same time, as a share of one after the other. A row a line: name, measured, ideal.
import multiprocessing, time


def compute():
    total = 0
    for i in range(20_000_000):
        total ^= i * i


if __name__ == '__main__':
    alone, both = [], []
    for _ in range(4):
        begin = time.perf_counter()
        compute()
        compute()
        alone.append(time.perf_counter() - begin)
        pair = [multiprocessing.Process(target=compute) for _ in range(2)]
        begin = time.perf_counter()
        for one in pair: one.start()
        for one in pair: one.join()
        both.append(time.perf_counter() - begin)
    print('two processes computing', round(min(both) / min(alone), 3), 0.5, sep=';')
