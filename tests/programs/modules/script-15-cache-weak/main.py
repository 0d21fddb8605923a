"""A cache behind a lock whose entries may go: weak values, double-checked locking."""
import gc
import threading
import weakref


class Image:
    made = 0

    def __init__(self, name):
        Image.made += 1
        self.name = name


class Cache:
    def __init__(self):
        self._items = weakref.WeakValueDictionary()
        self._lock = threading.RLock()

    def get(self, name):
        with self._lock:
            image = self._items.get(name)
            if image is None:
                image = self._items[name] = Image(name)
            return image

    def __len__(self):
        return len(self._items)


cache = Cache()
held = [cache.get(n) for n in ("a", "b")]
again = []
threads = [threading.Thread(target=lambda: again.append(cache.get("a"))) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(Image.made, all(x is held[0] for x in again), len(cache))
del held[1]
gc.collect()
print(len(cache), cache.get("b").name, Image.made)
