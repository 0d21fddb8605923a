# CPython 3.11 suggests names in its last words only, not in what a worker's error carries.
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool

amount = 3


def near_miss(n):
    return amuont + n


if __name__ == "__main__":
    with Pool(1) as pool:
        try:
            pool.apply(near_miss, (1,))
        except NameError as error:
            print(error)
            print(str(error.__cause__).splitlines()[-2])
    with ProcessPoolExecutor(1) as executor:
        error = executor.submit(near_miss, 1).exception()
        print(type(error).__name__, str(error.__cause__).splitlines()[-2])
