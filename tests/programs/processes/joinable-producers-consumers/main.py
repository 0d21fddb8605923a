import multiprocessing as mp, time, random
def producer(q, n, name):
    for i in range(n): q.put((name, i))
def consumer(q, res):
    while True:
        item = q.get()
        if item is None: q.task_done(); break
        res.append(item[1] ** 2); q.task_done()
if __name__ == '__main__':
    q = mp.JoinableQueue(maxsize=4)
    with mp.Manager() as m:
        res = m.list()
        cs = [mp.Process(target=consumer, args=(q, res), daemon=True) for _ in range(3)]
        [c.start() for c in cs]
        ps = [mp.Process(target=producer, args=(q, 5, f'p{i}')) for i in range(2)]
        [p.start() for p in ps]; [p.join() for p in ps]
        for _ in cs: q.put(None)
        q.join(); [c.join() for c in cs]
        print(sorted(res), [c.exitcode for c in cs])
