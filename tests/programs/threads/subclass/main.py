"""Threads made by subclassing: run, attributes, super().__init__."""
import threading


class Summer(threading.Thread):
    def __init__(self, low, high):
        super().__init__(name=f"sum {low}..{high}")
        self.low, self.high = low, high
        self.total = None

    def run(self):
        self.total = sum(range(self.low, self.high))


class Plain(threading.Thread):
    def run(self):
        self.seen = threading.current_thread() is self


threads = [Summer(i * 100, (i + 1) * 100) for i in range(5)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print([(t.name, t.total) for t in threads], sum(t.total for t in threads))
p = Plain()
print(p.name, p.is_alive(), p.ident)
p.start()
p.join()
print(p.seen, p.is_alive(), p.ident is not None)


class Forgetful(threading.Thread):
    def __init__(self):
        pass


try:
    Forgetful().start()
except RuntimeError as error:
    print("RuntimeError:", error)
