"""Four errands of different length; the last join decides when all is done."""
import threading
import time

LASTS = {"baker": 0.03, "post": 0.09, "bank": 0.05, "market": 0.02}


def errand(place):
    time.sleep(LASTS[place])
    print("back from the", place)


threads = [threading.Thread(target=errand, args=(place,), name=place) for place in LASTS]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("everybody is back")
