"""Daemons are cut at exit: no finally, no output."""
import threading
import time


def work():
    try:
        print("daemon begins")
        time.sleep(10)
        print("never")
    finally:
        print("never either")


threading.Thread(target=work, daemon=True).start()
time.sleep(0.02)
print("main ends")
