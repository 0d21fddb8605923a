"""After the main thread ran off its end, a non-daemon thread still works and sees it as not alive."""
import threading
import time


def late():
    time.sleep(0.05)
    print("late", threading.main_thread().is_alive(), threading.active_count())


threading.Thread(target=late).start()
print("main ends")
