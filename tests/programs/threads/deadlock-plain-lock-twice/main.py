"""A plain lock in a function that calls another one that takes it too."""
import threading

lock = threading.Lock()


def outer():
    with lock:
        print("outer has it", flush=True)
        inner()


def inner():
    with lock:
        print("never")


outer()
