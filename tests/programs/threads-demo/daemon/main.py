"""Python waits for every thread before it exits, except for daemons."""
import threading
import time


def heartbeat():
    beat = 0
    while True:  # never ends by itself
        beat += 1
        print("beat", beat)
        time.sleep(0.02)


def write_report():
    time.sleep(0.07)
    print("report written")


threading.Thread(target=heartbeat, name="heartbeat", daemon=True).start()
threading.Thread(target=write_report, name="report").start()
print("main has nothing left to do")
