from concurrent.futures import ProcessPoolExecutor, as_completed

def cube(x):
    return x ** 3

if __name__ == '__main__':
    with ProcessPoolExecutor(max_workers=2) as executor:
        print(list(executor.map(cube, range(5))))
        futures = [executor.submit(cube, n) for n in (7, 8)]
        print(sorted(f.result() for f in as_completed(futures)))
