"""acquire with a time-out gets out of the embrace."""
import threading

a, b = threading.Lock(), threading.Lock()
meet = threading.Barrier(2)
out = []


def work(x, y, wait):
    with x:
        meet.wait()
        if y.acquire(timeout=wait):
            out.append("got both")
            y.release()
        else:
            out.append("gave up")


ts = [threading.Thread(target=work, args=(a, b, 0.05)), threading.Thread(target=work, args=(b, a, 5))]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(sorted(out))
