"""exception(), exc_info in its forms, stack_info."""
import logging
import sys


class Short(logging.Formatter):
    def formatException(self, info):
        text = super().formatException(info)
        return text.replace(__file__, "main.py")


handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(Short("%(levelname)s %(message)s"))
log = logging.getLogger("e")
log.addHandler(handler)


def fail():
    return {}["absent"]


try:
    fail()
except KeyError as problem:
    log.exception("first")
    log.error("second", exc_info=True)
    log.warning("third", exc_info=problem)
log.error("no exception", exc_info=True)
log.error("an instance", exc_info=ValueError("never raised"))
