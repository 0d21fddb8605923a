"""An exception in the call comes out of result(), every time, with its traceback."""
import concurrent.futures as cf


def bad(x):
    return 1 / x


with cf.ThreadPoolExecutor(2) as pool:
    f = pool.submit(bad, 0)
    for _ in range(2):
        try:
            f.result()
        except ZeroDivisionError as error:
            print(error, f.exception() is error)
    print(str(f).split("state=")[1])
    g = pool.submit(bad)
    print(type(g.exception()).__name__, g.exception())
    h = pool.submit(5)
    print(type(h.exception()).__name__, h.exception())


def leave():
    raise SystemExit(4)


with cf.ThreadPoolExecutor(1) as pool:
    f = pool.submit(leave)
    try:
        f.result()
    except SystemExit as error:
        print("SystemExit", error.code)
    print(pool.submit(pow, 2, 3).result())
