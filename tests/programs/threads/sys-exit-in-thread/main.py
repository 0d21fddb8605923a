"""sys.exit in a thread ends that thread silently."""
import sys
import threading


def leave():
    try:
        print("leaving")
        sys.exit(5)
    finally:
        print("cleaned up")


t = threading.Thread(target=leave)
t.start()
t.join()
print("main is still here")
