import multiprocessing as mp


def nothing():
    pass


def tell(label, call):
    try:
        print(label, '->', call())
    except BaseException as error:
        print(label, '!!', type(error).__name__, error)


if __name__ == '__main__':
    tell('args of int', lambda: mp.Process(target=nothing, args=(1)))
    tell('args of text', lambda: mp.Process(target=nothing, args='ab')._args)
    tell('kwargs of pairs', lambda: mp.Process(target=nothing, kwargs=[('y', 3)])._kwargs)
    tell('kwargs of ints', lambda: mp.Process(target=nothing, kwargs=[1]))
    process = mp.Process(target=nothing)
    tell('name', lambda: setattr(process, 'name', 3))
    process.start()
    tell('join text', lambda: process.join('1'))
    tell('join negative', lambda: process.join(-1))
    process.join()
    tell('queue', lambda: mp.Queue('a'))
    tell('semaphore', lambda: mp.Semaphore('a'))
    tell('semaphore of float', lambda: mp.Semaphore(1.5))
    tell('semaphore below 0', lambda: mp.Semaphore(-1))
    tell('bounded', lambda: mp.BoundedSemaphore(None))
    tell('queue get', lambda: mp.Queue().get(True, -1))
    tell('pool', lambda: mp.Pool('2'))
