"""One thread fills a shelf, two empty it; a lock keeps the shelf in order."""
import threading
import time

shelf = []
shelf_lock = threading.Lock()
baked_all = False


def baker():
    global baked_all
    for number in range(1, 7):
        time.sleep(0.004)  # baking takes time
        with shelf_lock:
            shelf.append(f"bread {number}")
    baked_all = True


def customer():
    while True:
        with shelf_lock:
            bread = shelf.pop(0) if shelf else None
        if bread:
            sold.append(bread)
            time.sleep(0.01)  # eating takes longer than baking
        elif baked_all:
            break
        else:
            time.sleep(0.002)  # look again soon


sold = []
threads = [threading.Thread(target=baker, name="Baker")]
for name in ("Ann", "Bob"):
    threads.append(threading.Thread(target=customer, name=name))
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("sold:", ", ".join(sold))
