"""Three hundred threads at once. Prints wall seconds, CPU seconds and items."""
import threading
import time


def work(out, i):
    out.append(i)


def main():
    out = []
    ts = [threading.Thread(target=work, args=(out, i)) for i in range(300)]
    for t in ts:
        t.start()
    for t in ts:
        t.join()
    return len(out)


start, cpu = time.perf_counter(), time.process_time()
items = main()
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
