"""Handlers, and signals a program raises for itself."""
import signal
import threading


def handler(number, frame):
    print("got", signal.Signals(number).name, number, frame is not None)


print(signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT).__name__)
print(signal.signal(signal.SIGTERM, handler), signal.getsignal(signal.SIGTERM) is handler)
signal.raise_signal(signal.SIGTERM)
signal.signal(signal.SIGUSR1, handler)
signal.raise_signal(10)
signal.signal(signal.SIGUSR1, signal.SIG_IGN)
signal.raise_signal(signal.SIGUSR1)
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt:
    print("interrupted")
print(signal.SIGINT, repr(signal.SIGINT), signal.Signals(9), signal.strsignal(15), signal.SIG_DFL, signal.SIGKILL.value)
for bad in (lambda: signal.signal(signal.SIGKILL, handler), lambda: signal.signal(1000, handler), lambda: signal.signal(15, "x"), lambda: signal.raise_signal("x")):
    try:
        bad()
    except (OSError, ValueError, TypeError) as problem:
        print(type(problem).__name__, problem)


def in_thread():
    try:
        signal.signal(signal.SIGTERM, handler)
    except ValueError as problem:
        print(problem)


t = threading.Thread(target=in_thread)
t.start()
t.join()
