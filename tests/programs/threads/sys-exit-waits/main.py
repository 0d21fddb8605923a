"""sys.exit in main still waits for threads."""
import sys
import threading
import time


def work():
    time.sleep(0.05)
    print("worker finished")


threading.Thread(target=work).start()
print("main exits")
sys.exit(3)
