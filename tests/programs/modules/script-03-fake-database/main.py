"""Tutorial: a race on a shared value, and the lock that mends it."""
import logging
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor


class FakeDatabase:
    def __init__(self):
        self.value = 0
        self._lock = threading.Lock()

    def locked_update(self, name):
        logging.debug("Thread %s about to lock", name)
        with self._lock:
            local_copy = self.value
            local_copy += 1
            time.sleep(0.01)
            self.value = local_copy
        logging.debug("Thread %s after release", name)

    def update(self, name):
        local_copy = self.value
        local_copy += 1
        time.sleep(0.05)
        self.value = local_copy


logging.basicConfig(format="%(message)s", level=logging.INFO, stream=sys.stdout)
for method in ("update", "locked_update"):
    database = FakeDatabase()
    logging.info("Testing %s. Starting value is %d.", method, database.value)
    with ThreadPoolExecutor(max_workers=2) as executor:
        for index in range(2):
            executor.submit(getattr(database, method), index)
    logging.info("Ending value is %d.", database.value)
