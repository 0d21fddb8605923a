"""A logger module pattern: handlers once, file and console, used from threads."""
import logging
import sys
import threading
from pathlib import Path


def get_logger(name):
    logger = logging.getLogger(name)
    if not logger.handlers:
        logger.setLevel(logging.DEBUG)
        console = logging.StreamHandler(sys.stdout)
        console.setLevel(logging.WARNING)
        console.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
        file = logging.FileHandler("debug.log", mode="w", encoding="utf-8")
        file.setFormatter(logging.Formatter("%(name)s %(threadName)s %(levelname)s %(message)s"))
        logger.addHandler(console)
        logger.addHandler(file)
    return logger


def job(n):
    log = get_logger("app")
    log.debug("job %d begins", n)
    if n == 2:
        log.warning("job %d is odd in its own way", n)
    log.info("job %d ends", n)


for n in range(3):
    t = threading.Thread(target=job, args=(n,), name=f"Job-{n}")
    t.start()
    t.join()
print(Path("debug.log").read_text(), end="")
print(len(get_logger("app").handlers))
