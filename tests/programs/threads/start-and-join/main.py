"""Threads made from a function: arguments, keyword arguments, joining."""
import threading

results = {}


def work(name, times=1, *, suffix=""):
    results[name] = (name + suffix) * times


threads = [
    threading.Thread(target=work, args=("a",)),
    threading.Thread(target=work, args=("b", 2)),
    threading.Thread(target=work, args=("c",), kwargs={"times": 3, "suffix": "!"}),
    threading.Thread(None, work, "named", ("d",)),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(results, [t.name for t in threads])
nothing = threading.Thread()
nothing.start()
nothing.join()
print("no target:", nothing.is_alive())
