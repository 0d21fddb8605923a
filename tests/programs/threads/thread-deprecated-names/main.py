"""The old camelCase names still work, and warn."""
import threading
import warnings

warnings.simplefilter("always")
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    t = threading.Thread(target=print)
    t.setName("old")
    print(t.getName())
    t.setDaemon(True)
    print(t.isDaemon(), t.daemon)
    print(threading.currentThread().name)
    print(threading.activeCount())
    e = threading.Event()
    print(e.isSet())
    c = threading.Condition()
    with c:
        c.notifyAll()
for w in caught:
    print(w.category.__name__, w.message)
