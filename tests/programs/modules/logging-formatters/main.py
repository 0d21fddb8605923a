"""Formatter styles, date formats, bad formats."""
import logging
import sys
import time

record = logging.makeLogRecord({"name": "n", "levelname": "INFO", "levelno": 20, "msg": "hello %s", "args": ("you",),
                                "created": 1000000000.25, "msecs": 250.0, "lineno": 7})
logging.Formatter.converter = time.gmtime
for fmt, style in (("%(asctime)s %(message)s", "%"), ("{asctime} {levelname:>8} {message}", "{"), ("$asctime ${name} $message", "$")):
    print(logging.Formatter(fmt, style=style).format(record))
print(logging.Formatter("%(asctime)s", "%H:%M:%S").format(record))
print(logging.Formatter().format(record))
print(logging.Formatter("%(name)s %(custom)s", defaults={"custom": "D"}).format(record))
for fmt, style in (("hello", "%"), ("hello", "{"), ("hello", "$"), ("%(x)s", "?")):
    try:
        logging.Formatter(fmt, style=style)
    except ValueError as problem:
        print(problem)
try:
    logging.Formatter("%(absent)s").format(record)
except ValueError as problem:
    print(problem)
print(record, record.getMessage(), record.message)
