"""x += 1 is three steps. Since 3.10 a thread is not interrupted between them, in a loop as plain as this one."""
import threading

count = 0


def add(times):
    global count
    for _ in range(times):
        count += 1


threads = [threading.Thread(target=add, args=(400_000,), name=f"Adder-{i}") for i in (1, 2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("expected 800000, got", count)
