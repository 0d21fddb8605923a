"""A bounded semaphore lets five in; its level on the timeline is the number of free places."""
import threading
import time

places = threading.BoundedSemaphore(5)
gate = threading.Lock()
inside = most = parked = 0


def car():
    global inside, most, parked
    with places:
        with gate:
            inside += 1
            most = max(most, inside)
        time.sleep(0.02)
        with gate:
            inside -= 1
            parked += 1


cars = [threading.Thread(target=car, name=f"Car-{n}") for n in range(1, 23)]
for thread in cars:
    thread.start()
for thread in cars:
    thread.join()
print(parked, "cars parked, at most", most, "at once")
try:
    places.release()
except ValueError as error:
    print("one release too many:", error)
