"""Filters on loggers and handlers, functions as filters, extra fields, adapters."""
import logging
import sys

handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("%(user)s: %(message)s"))


class AddUser(logging.Filter):
    def filter(self, record):
        if not hasattr(record, "user"):
            record.user = "nobody"
        return True


handler.addFilter(AddUser())
log = logging.getLogger("app.web")
log.addHandler(handler)
log.addFilter(lambda record: "secret" not in record.getMessage())
log.warning("shown")
log.warning("a secret")
log.warning("with extra", extra={"user": "ann"})
adapter = logging.LoggerAdapter(log, {"user": "bob"})
adapter.warning("adapted %d", 1)
print(adapter, adapter.isEnabledFor(10))


class Prefix(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return f"[{self.extra['id']}] {msg}", kwargs


Prefix(log, {"id": 7}).error("prefixed")
only = logging.Filter("app")
for name in ("app", "app.web", "apple"):
    print(name, bool(only.filter(logging.makeLogRecord({"name": name}))))
try:
    log.warning("x", extra={"message": "reserved"})
except KeyError as problem:
    print(problem)
