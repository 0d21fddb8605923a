"""What an uncaught exception of a thread prints: names, lines, cause."""
import threading


def inner(n):
    if n == 0:
        raise ValueError("bottom")
    inner(n - 1)


def outer():
    try:
        inner(2)
    except ValueError as error:
        raise RuntimeError("wrapped") from error


t = threading.Thread(target=outer, name="Failing")
t.start()
t.join()
print("main is fine")
