"""Own levels, own handlers, own logger classes, record factories."""
import logging
import sys

TRACE = 5
logging.addLevelName(TRACE, "TRACE")


class Collect(logging.Handler):
    def __init__(self):
        super().__init__()
        self.lines = []

    def emit(self, record):
        self.lines.append(self.format(record))


class Tracing(logging.Logger):
    def trace(self, message, *args):
        if self.isEnabledFor(TRACE):
            self._log(TRACE, message, args)


logging.setLoggerClass(Tracing)
log = logging.getLogger("t")
handler = Collect()
handler.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
log.addHandler(handler)
log.setLevel(TRACE)
log.trace("very %s", "fine")
log.log(25, "between")
handler.setLevel(logging.ERROR)
log.warning("too low for the handler")
print(handler.lines, type(log).__name__, handler)
old = logging.getLogRecordFactory()


def factory(*args, **kwargs):
    record = old(*args, **kwargs)
    record.host = "h1"
    return record


logging.setLogRecordFactory(factory)
handler.setLevel(0)
handler.setFormatter(logging.Formatter("%(host)s %(message)s"))
log.error("made by a factory")
print(handler.lines[-1])
for bad in (lambda: log.setLevel("LOUD"), lambda: log.log("INFO", "x"), lambda: logging.basicConfig(nonsense=1, force=True),
            lambda: logging.getLogger(3)):
    try:
        bad()
    except (ValueError, TypeError) as problem:
        print(type(problem).__name__, problem)
