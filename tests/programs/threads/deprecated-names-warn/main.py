# Old names of threading warn where the program uses them, once for each place.
import threading
import warnings

warnings.showwarning = lambda message, category, file, line, *rest: print(f'line {line}: {category.__name__}: {message}')
event = threading.Event()
for _ in range(2):
    print(event.isSet())
worker = threading.Thread(target=print, args=("at work",))
worker.setDaemon(True)
worker.setName("old")
print(worker.getName(), worker.isDaemon(), threading.activeCount())
worker.start()
worker.join()
print(threading.currentThread().name)
condition = threading.Condition()
with condition:
    condition.notifyAll()


def helper():
    warnings.warn("use something else", DeprecationWarning, stacklevel=2)


helper()
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        event.isSet()
    except DeprecationWarning as error:
        print("an error now:", error)
