"""Ten thousand threads at once, each waiting for one event."""
import threading

go = threading.Event()
done = []


def work(number):
    go.wait()
    done.append(number)


threads = [threading.Thread(target=work, args=(number,)) for number in range(10_000)]
for thread in threads:
    thread.start()
print(threading.active_count())
go.set()
for thread in threads:
    thread.join()
print(len(done), threading.active_count())
