"""os._exit does not wait for anybody."""
import os
import sys
import threading
import time


def work():
    time.sleep(5)
    print("never printed")


threading.Thread(target=work).start()
print("gone")
sys.stdout.flush()
os._exit(9)
