"""Names as CPython 3.10+ gives them, from the target's __name__."""
import functools
import threading


def work():
    pass


class Callable:
    def __call__(self):
        pass

    def method(self):
        pass


print(threading.Thread().name)
print(threading.Thread(target=work).name)
print(threading.Thread(target=lambda: None).name)
print(threading.Thread(target=Callable()).name)
print(threading.Thread(target=Callable().method).name)
print(threading.Thread(target=functools.partial(work)).name)
print(threading.Thread(target=len).name)
print(threading.Thread(target=work, name="given").name)
print(threading.Thread(target=work, name=17).name)
print(threading.Thread(target=work, name="").name)
print(threading.Thread(target=Callable).name)
print(threading.Timer(1, work).name)
