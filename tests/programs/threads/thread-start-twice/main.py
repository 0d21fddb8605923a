"""A thread starts once, also after it ended."""
import threading

t = threading.Thread(target=lambda: None)
t.start()
for _ in range(2):
    try:
        t.start()
    except RuntimeError as error:
        print(error)
    t.join()
