"""Thread-local data, a context filter for the log, per-thread names."""
import logging
import sys
import threading

local = threading.local()


class RequestFilter(logging.Filter):
    def filter(self, record):
        record.request_id = getattr(local, "request_id", "-")
        return True


handler = logging.StreamHandler(sys.stdout)
handler.addFilter(RequestFilter())
handler.setFormatter(logging.Formatter("%(request_id)s %(levelname)s %(message)s"))
log = logging.getLogger("web")
log.setLevel(logging.INFO)
log.addHandler(handler)


def handle(number):
    local.request_id = f"req-{number}"
    log.info("handled by %s", threading.current_thread().name)


log.info("before")
for n in range(3):
    t = threading.Thread(target=handle, args=(n,), name=f"handler-{n}")
    t.start()
    t.join()
log.info("after")
print(hasattr(local, "request_id"))
