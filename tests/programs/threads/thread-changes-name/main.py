"""A thread renames itself and another."""
import threading

gate = threading.Event()


def work():
    threading.current_thread().name = "renamed"
    ready.set()
    gate.wait()
    print(threading.current_thread().name)


ready = threading.Event()
t = threading.Thread(target=work, name="before")
t.start()
ready.wait()
print(t.name)
t.name = 42
gate.set()
t.join()
print(repr(t.name), [x.name for x in threading.enumerate()])
