"""args may be a list or any other iterable; kwargs None means no keywords."""
import threading

out = []
for args in ([1, 2], (3,), range(3), "ab", iter([9, 8])):
    t = threading.Thread(target=lambda *a: out.append(a), args=args, kwargs=None)
    t.start()
    t.join()
print(out)
t = threading.Thread(target=lambda **k: out.append(sorted(k.items())), kwargs={"b": 1, "a": 2})
t.start()
t.join()
print(out[-1])
