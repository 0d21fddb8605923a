"""A pool of one's own: tasks in, results out, in order of submission."""
import queue
import threading


class Pool:
    def __init__(self, size):
        self.tasks = queue.Queue()
        self.threads = [threading.Thread(target=self._work, name=f"pool-{i}") for i in range(size)]
        for t in self.threads:
            t.start()

    def _work(self):
        while (task := self.tasks.get()) is not None:
            slot, function, args = task
            try:
                slot["value"] = function(*args)
            except Exception as error:
                slot["error"] = error
            slot["done"].set()

    def submit(self, function, *args):
        slot = {"done": threading.Event()}
        self.tasks.put((slot, function, args))
        return slot

    def close(self):
        for _ in self.threads:
            self.tasks.put(None)
        for t in self.threads:
            t.join()


def result(slot):
    slot["done"].wait()
    return slot.get("value", slot.get("error"))


pool = Pool(3)
slots = [pool.submit(pow, n, 2) for n in range(6)] + [pool.submit(int, "x")]
print([result(s) for s in slots])
pool.close()
print([t.is_alive() for t in pool.threads])
