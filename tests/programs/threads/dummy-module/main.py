"""multiprocessing.dummy: the API of processes over threads."""
import threading
import time
from multiprocessing import dummy

q = dummy.Queue()


def work(n):
    q.put((n, dummy.current_process() is threading.current_thread()))


ps = [dummy.Process(target=work, args=(i,)) for i in range(3)]
for p in ps:
    p.start()
for p in ps:
    p.join()
print(sorted(q.get() for _ in ps), [p.exitcode for p in ps], ps[0].is_alive())
with dummy.Pool(2) as pool:
    print(pool.map(len, ["a", "bb"]))
lock, event = dummy.Lock(), dummy.Event()
with lock:
    event.set()
time.sleep(0.05)
print(event.is_set(), dummy.active_children())
m = dummy.Manager()
print(m.dict(a=1), m.list([1, 2]), m.Namespace(x=1).x)
v = dummy.Value("i", 5)
v.value += 1
print(v.value, dummy.Array("i", [1, 2])[1])
a, b = dummy.Pipe()
a.send([1])
print(b.poll(), b.recv(), b.poll(0.01))
