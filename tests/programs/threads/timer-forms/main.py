"""Timer: arguments, cancel before and after, names, daemon."""
import threading
import time

out = []
t = threading.Timer(0.02, out.append, ["a"])
k = threading.Timer(0.04, lambda **kw: out.append(kw), kwargs={"x": 1})
c = threading.Timer(5, out.append, args=("never",))
for x in (t, k, c):
    x.start()
c.cancel()
for x in (t, k, c):
    x.join()
print(out, c.finished.is_set(), t.finished.is_set(), t.is_alive())
t.cancel()
early = threading.Timer(1, print)
early.cancel()
early.start()
early.join()
print("early", early.finished.is_set())
print(t.interval, t.function == out.append, t.args, t.kwargs, isinstance(t, threading.Thread))
start = time.monotonic()
z = threading.Timer(-1, out.append, ("past",))
z.start()
z.join()
print(out[-1], time.monotonic() - start < 1)
