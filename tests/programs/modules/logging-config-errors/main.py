"""dictConfig: what it refuses, factories, attributes, changes of what is there already; records without threads and processes."""
import logging
import logging.config
import sys


def attempt(**config):
    try:
        logging.config.dictConfig({"version": 1, **config})
        print("ready")
    except Exception as error:
        print(type(error).__name__, error)


class Even:
    def filter(self, record):
        return record.levelno % 20 == 0


class Loud(logging.Formatter):
    def format(self, record):
        return super().format(record).upper() + getattr(self, "end", "")


for wrong in (None, 1, object()):
    attempt(root={"level": "DEBUG", "filters": [wrong]})
    attempt(loggers={"a": {"filters": [wrong]}})
attempt(root={"handlers": ["gone"]})
attempt(root={"level": "NOISY"})
attempt(handlers={"h": {"class": "logging.Nothing"}})
attempt(handlers={"h": {"class": "logging.StreamHandler", "formatter": "gone"}})
attempt(handlers={"h": {"class": "logging.StreamHandler", "wrong": 1}})
attempt(formatters={"f": {"format": "%(message)s", "style": "?"}})
attempt(filters={"f": {"()": "nowhere.at_all"}})
attempt(formatters={"loud": {"()": Loud, "format": "%(name)s %(message)s", ".": {"end": "!"}},
                    "preset": {"format": "%(levelname)s %(message)s", "validate": True}},
        filters={"even": {"()": Even}, "a": {"name": "a"}},
        handlers={"out": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "loud",
                          "filters": ["even"], "level": "INFO", ".": {"terminator": "\n--\n"}},
                  "all": {"class": "logging.StreamHandler", "stream": sys.stdout, "formatter": "preset"}},
        loggers={"a.b": {"handlers": ["out", "all"], "level": "DEBUG", "propagate": False}})
log = logging.getLogger("a.b")
log.info("info")
log.warning("warning")
log.error("error", extra={"extra": "some"})
attempt(incremental=True, handlers={"out": {"level": "CRITICAL"}}, loggers={"a.b": {"level": "ERROR", "propagate": True}})
print(log.level, log.propagate, len(log.handlers), log.handlers[0].level)
attempt(incremental=True, handlers={"gone": {"level": "CRITICAL"}})
logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
record = logging.LogRecord("n", 10, None, 1, "m", (), None)
print(record.thread, record.threadName, record.process, record.processName, record.filename, record.module)
