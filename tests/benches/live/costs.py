# What single things cost. A row a line: name, measured, ideal, unit; MESSAGE: what the browser takes for one by itself.
import asyncio, multiprocessing, threading, time

clock = time.perf_counter


def echo(end):
    while (item := end.recv()) is not None:
        end.send(item)


def fill(queue):
    for n in range(301):
        queue.put(n)


ping, pong = threading.Semaphore(0), threading.Semaphore(0)


def answer():
    for _ in range(500):
        ping.acquire()
        pong.release()


async def turns():
    for _ in range(1000):
        await asyncio.sleep(0)


async def tasks():
    begin = clock()
    await asyncio.gather(turns(), turns())
    return (clock() - begin) / 2000


def row(name, seconds, ideal):
    print(name, round(seconds * 1e6, 1), ideal, 'us', sep=';', flush=True)


if __name__ == '__main__':
    mine, theirs = multiprocessing.Pipe()
    process = multiprocessing.Process(target=echo, args=(theirs,))
    process.start()
    took = []
    for n in range(200):
        begin = clock()
        mine.send(n)
        mine.recv()
        took.append(clock() - begin)
    mine.send(None)
    process.join()
    row('message there and back between processes', sorted(took)[100], 'MESSAGE')
    queue = multiprocessing.Queue()
    process = multiprocessing.Process(target=fill, args=(queue,))
    process.start()
    queue.get()
    begin = clock()
    for _ in range(300): queue.get()
    row('item through a queue between processes', (clock() - begin) / 300, 'MESSAGE')
    process.join()
    thread = threading.Thread(target=answer)
    thread.start()
    begin = clock()
    for _ in range(500):
        ping.release()
        pong.acquire()
    row('hand-over of the GIL with a semaphore', (clock() - begin) / 1000, 'WAKE')
    thread.join()
    row('switch between two tasks', asyncio.run(tasks()), '')
