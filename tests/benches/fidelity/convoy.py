"""One thread that does short I/O beside one that computes. Prints wall seconds, CPU seconds and items."""
import threading
import time

done = False


def spin():
    x = 0
    while not done:
        x += 1


def main():
    global done
    t = threading.Thread(target=spin)
    t.start()
    for _ in range(40):
        time.sleep(0.001)
    done = True
    t.join()
    return 40


start, cpu = time.perf_counter(), time.process_time()
items = main()
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
