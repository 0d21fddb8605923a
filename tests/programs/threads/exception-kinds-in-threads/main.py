"""SystemExit is silent, KeyboardInterrupt and others are printed; exit status stays 0."""
import sys
import threading


def run(exc):
    raise exc


for exc in (SystemExit, SystemExit(3), KeyboardInterrupt(), KeyError("k"), GeneratorExit(), StopIteration(4)):
    t = threading.Thread(target=run, args=(exc,), name="T")
    t.start()
    t.join()
t = threading.Thread(target=sys.exit, args=("text",))
t.start()
t.join()
print("end")
