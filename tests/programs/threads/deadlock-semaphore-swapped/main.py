"""Two semaphores taken in opposite order."""
import threading

a, b = threading.Semaphore(1), threading.Semaphore(1)
meet = threading.Barrier(2)


def work(x, y):
    with x:
        meet.wait()
        with y:
            print("never")


ts = [threading.Thread(target=work, args=p) for p in ((a, b), (b, a))]
for t in ts:
    t.start()
print("stuck", flush=True)
for t in ts:
    t.join()
