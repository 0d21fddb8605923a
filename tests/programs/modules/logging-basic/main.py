"""basicConfig to a stream, levels, arguments, the names in a format."""
import logging
import sys

logging.debug("not shown, and not configured yet") if False else None
logging.basicConfig(level=logging.DEBUG, stream=sys.stdout,
                    format="%(levelname)-8s|%(name)s|%(funcName)s|%(lineno)d|%(filename)s|%(module)s|%(message)s")
logging.info("hello %s", "world")
logging.debug("%d items, %r", 3, "text")
logging.warning("percent is kept: 100%")
logging.error("a dict: %(a)s", {"a": 1})
logging.critical("no arguments")
log = logging.getLogger(__name__)


def work():
    log.info("from a function")


work()
print(repr(log), log.level, log.getEffectiveLevel(), logging.getLevelName(30), logging.getLevelName("INFO"), logging.getLevelName(7))
logging.basicConfig(level=logging.ERROR)
log.debug("the second basicConfig does nothing")
logging.basicConfig(level=logging.ERROR, force=True, stream=sys.stdout)
log.error("forced")
log.info("below")
