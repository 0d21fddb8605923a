"""sys.exit in main waits for the threads and keeps its status."""
import sys
import threading
import time


def work():
    time.sleep(0.05)
    print("work done")


threading.Thread(target=work).start()
print("leaving")
sys.exit(7)
