"""What threads are called."""
import threading


def worker():
    seen.append(threading.current_thread().name)


seen = []
a = threading.Thread(target=worker)
b = threading.Thread(target=worker, name="custom")
c = threading.Thread(target=lambda: worker())
d = threading.Thread()
e = threading.Thread(target=print)
print(a.name, b.name, c.name, d.name, e.name, threading.current_thread().name, threading.main_thread().name)
for t in (a, b, c):
    t.start()
    t.join()
a.name = "renamed"
b.setName("by setter")
print(seen, a.name, b.getName())


class Worker(threading.Thread):
    def run(self):
        self.name = "inside"
        seen.append(self.name)


w = Worker()
print(w.name)
w.start()
w.join()
print(w.name, seen[-1])
print(threading.Timer(1, print).name, threading.Thread(target=[].append).name)
