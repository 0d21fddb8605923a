"""join: before start, on oneself, with bad timeouts, twice."""
import threading

t = threading.Thread(target=lambda: None)
try:
    t.join()
except RuntimeError as error:
    print(error)
try:
    threading.current_thread().join()
except RuntimeError as error:
    print(error)
t.start()
print(t.join())
print(t.join(0), t.join(-5), t.join(timeout=0.5))
for bad in ("1", [], 1 + 2j):
    gate = threading.Event()
    u = threading.Thread(target=gate.wait)
    u.start()
    try:
        u.join(bad)
    except TypeError as error:
        print("TypeError", error)
    gate.set()
    u.join()


def self_join():
    try:
        threading.current_thread().join()
    except RuntimeError as error:
        print("in thread:", error)


u = threading.Thread(target=self_join)
u.start()
u.join()
