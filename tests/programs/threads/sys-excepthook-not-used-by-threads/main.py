"""sys.excepthook is for the main thread only."""
import sys
import threading


def hook(t, v, tb):
    print("sys hook", t.__name__, v)


sys.excepthook = hook


def bad():
    raise ValueError("in thread")


t = threading.Thread(target=bad, name="W")
t.start()
t.join()
raise KeyError("main")
