"""Two threads that join each other."""
import threading

ready = threading.Barrier(2)


def work(other):
    ready.wait()
    print("joining\n", end="", flush=True)
    threads[other].join()


threads = [threading.Thread(target=work, args=(1,)), threading.Thread(target=work, args=(0,))]
for t in threads:
    t.start()
threads[0].join()
