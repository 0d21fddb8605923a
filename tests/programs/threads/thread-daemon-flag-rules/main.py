"""When daemon may be set, what it inherits, and its truth value."""
import threading


def show():
    print(threading.current_thread().daemon, threading.Thread().daemon, threading.Thread(daemon=False).daemon)


t = threading.Thread(target=show, daemon=True)
t.start()
t.join()
gate = threading.Event()
t = threading.Thread(target=gate.wait)
t.daemon = 1
print(repr(t.daemon))
t.daemon = False
t.start()
try:
    t.daemon = True
except RuntimeError as error:
    print(error)
gate.set()
t.join()
try:
    t.daemon = True
    print("set after the end", t.daemon)
except RuntimeError as error:
    print(error)
try:
    threading.main_thread().daemon = True
except RuntimeError as error:
    print(error)
