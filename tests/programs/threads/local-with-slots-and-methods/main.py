"""A subclass of local with methods, class attributes and a property."""
import threading


class Context(threading.local):
    limit = 3

    @property
    def size(self):
        return len(self.items)

    def __init__(self):
        self.items = []

    def add(self, x):
        self.items.append(x)
        if self.size > self.limit:
            raise OverflowError(self.size)


c = Context()
c.add("main")
sizes = []


def work(n):
    try:
        for i in range(n):
            c.add(i)
    except OverflowError as error:
        sizes.append(("over", error.args))
    sizes.append(c.size)


for n in (2, 5):
    t = threading.Thread(target=work, args=(n,))
    t.start()
    t.join()
print(sizes, c.size, c.items)
