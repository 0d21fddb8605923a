from multiprocessing import Pool

factor = None

def prepare(value):
    global factor
    factor = value
    print('worker ready')

def scale(x):
    return x * factor

if __name__ == '__main__':
    with Pool(2, initializer=prepare, initargs=(10,)) as pool:
        print(pool.map(scale, range(5)))
        pool.close()
        pool.join()
