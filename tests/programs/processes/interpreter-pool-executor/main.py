"""InterpreterPoolExecutor (Python 3.14): threads that do not share a GIL."""
from concurrent.futures import InterpreterPoolExecutor, as_completed


def crunch(n):
    total = 0
    for i in range(n):
        total += i
    return total


def fail():
    raise ValueError('in the other interpreter')


if __name__ == '__main__':
    with InterpreterPoolExecutor(max_workers=2) as pool:
        print(list(pool.map(crunch, [10, 100, 1000])))
        print(sorted(f.result() for f in as_completed([pool.submit(pow, 2, n) for n in range(4)])))
        try:
            pool.submit(fail).result()
        except ValueError as error:
            print(repr(error), type(error.__cause__).__name__)
    try:
        pool.submit(crunch, 1)
    except RuntimeError as error:
        print(error)
