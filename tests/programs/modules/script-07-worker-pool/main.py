"""A pool of our own: threads that take tasks from a queue until a sentinel comes."""
import queue
import threading


class Worker(threading.Thread):
    def __init__(self, tasks, results):
        super().__init__(daemon=True)
        self.tasks = tasks
        self.results = results
        self.done = 0

    def run(self):
        while True:
            task = self.tasks.get()
            try:
                if task is None:
                    return
                func, args, kwargs = task
                try:
                    self.results.put((args, func(*args, **kwargs)))
                except Exception as problem:
                    self.results.put((args, problem))
                self.done += 1
            finally:
                self.tasks.task_done()


class Pool:
    def __init__(self, count):
        self.tasks, self.results = queue.Queue(), queue.Queue()
        self.workers = [Worker(self.tasks, self.results) for _ in range(count)]
        for worker in self.workers:
            worker.start()

    def submit(self, func, *args, **kwargs):
        self.tasks.put((func, args, kwargs))

    def close(self):
        self.tasks.join()
        for _ in self.workers:
            self.tasks.put(None)
        for worker in self.workers:
            worker.join()
        found = []
        while not self.results.empty():
            found.append(self.results.get_nowait())
        return found


pool = Pool(3)
for n in (4, 9, 0, 16):
    pool.submit(lambda n: 100 // n, n)
for args, result in sorted(pool.close(), key=lambda pair: pair[0]):
    print(args, repr(result))
print(sum(w.done for w in pool.workers), [w.is_alive() for w in pool.workers])
