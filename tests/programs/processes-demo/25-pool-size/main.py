from multiprocessing import Pool

SIZE = 4

def crunch(n):
    total = 0
    for i in range(100_000):
        total += i
    return total

if __name__ == '__main__':
    with Pool(SIZE) as pool:
        print(len(pool.map(crunch, range(8), chunksize=1)), 'results')
