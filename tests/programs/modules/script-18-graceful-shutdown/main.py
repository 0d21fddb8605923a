"""A worker that stops at a signal: handler sets an event, atexit says goodbye."""
import atexit
import signal
import sys
import threading
import time

stop = threading.Event()
atexit.register(print, "goodbye")


def handler(number, frame):
    print("signal", signal.Signals(number).name)
    stop.set()


signal.signal(signal.SIGTERM, handler)


def worker():
    rounds = 0
    while not stop.wait(0.01):
        rounds += 1
    print("worker stops", rounds > 0)


t = threading.Thread(target=worker)
t.start()
time.sleep(0.1)
signal.raise_signal(signal.SIGTERM)
t.join()
sys.exit(0)
