"""Thread names in messages; handlers are safe to share."""
import logging
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

logging.basicConfig(level=logging.INFO, stream=sys.stdout, format="[%(threadName)s] %(processName)s %(message)s")


def work(n):
    logging.info("working on %d", n)


for n in range(2):
    t = threading.Thread(target=work, args=(n,))
    t.start()
    t.join()
t = threading.Thread(target=work, args=(9,), name="Named")
t.start()
t.join()
with ThreadPoolExecutor(max_workers=1, thread_name_prefix="Pool") as pool:
    list(pool.map(work, range(2)))
work(100)
record = logging.makeLogRecord({"msg": "m"})
print(record.threadName, record.thread == threading.get_ident(), record.processName)
