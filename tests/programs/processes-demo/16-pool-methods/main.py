from multiprocessing import Pool

def square(x):
    return x * x

def power(x, y):
    return x ** y

if __name__ == '__main__':
    with Pool(3) as pool:
        print('map', pool.map(square, range(6)))
        print('apply', pool.apply(square, (7,)))
        print('imap', list(pool.imap(square, range(4))))
        print('unordered', sorted(pool.imap_unordered(square, range(4))))
        print('starmap', pool.starmap(power, [(2, 3), (3, 2)]))
