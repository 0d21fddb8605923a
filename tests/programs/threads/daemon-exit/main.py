"""Daemon threads die with the program; the others are waited for."""
import threading
import time


def forever():
    while True:
        time.sleep(0.05)


def late():
    time.sleep(0.1)
    print("late but waited for")


d = threading.Thread(target=forever, daemon=True)
d.start()
threading.Thread(target=late).start()
print("main ends", d.daemon, d.is_alive())
