"""repr in every phase of life."""
import threading


def show(t):
    return repr(t).replace(str(t.ident), "IDENT")


gate = threading.Event()
t = threading.Thread(target=gate.wait, name="life")
print(show(t))
t.start()
print(show(t))
gate.set()
t.join()
print(show(t))
d = threading.Thread(target=print, name="d", daemon=True)
print(show(d))
print(show(threading.main_thread()))


class Mine(threading.Thread):
    pass


print(show(Mine(name="m")))
