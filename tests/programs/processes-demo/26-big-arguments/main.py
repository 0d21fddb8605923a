from multiprocessing import Pool

def length(text):
    return len(text)

if __name__ == '__main__':
    big = 'x' * 2_000_000
    with Pool(2) as pool:
        print(pool.map(length, [big] * 4, chunksize=1))
