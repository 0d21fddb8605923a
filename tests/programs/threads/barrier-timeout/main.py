"""A time-out breaks the barrier; the default time-out of the constructor counts."""
import threading

b = threading.Barrier(2, timeout=0.02)
try:
    b.wait()
except threading.BrokenBarrierError:
    print("broken", b.broken)
b = threading.Barrier(2)
try:
    b.wait(0.02)
except threading.BrokenBarrierError:
    print("broken", b.broken)
b = threading.Barrier(1, lambda: print("action"), 5)
print(b.wait(), b.wait(timeout=1))
print(issubclass(threading.BrokenBarrierError, RuntimeError))
for bad in (0, -1):
    try:
        threading.Barrier(bad)
        print("made", bad)
    except ValueError as error:
        print(error)
try:
    threading.Barrier()
except TypeError as error:
    print(error)
