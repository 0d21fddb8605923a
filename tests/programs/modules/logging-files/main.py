"""FileHandler, modes, delay, RotatingFileHandler."""
import logging
import logging.handlers
import os

for mode in ("w", "a"):
    handler = logging.FileHandler("app.log", mode=mode)
    log = logging.getLogger("f" + mode)
    log.addHandler(handler)
    log.error("with mode %s", mode)
    handler.close()
print(open("app.log").read(), end="")
late = logging.FileHandler("late.log", delay=True)
print(os.path.exists("late.log"))
logging.getLogger("late").addHandler(late)
logging.getLogger("late").error("now")
late.close()
print(os.path.exists("late.log"))
rotating = logging.handlers.RotatingFileHandler("r.log", maxBytes=50, backupCount=2)
log = logging.getLogger("r")
log.addHandler(rotating)
for n in range(8):
    log.error("message number %d", n)
rotating.close()
for name in sorted(os.listdir(".")):
    if name.startswith("r.log"):
        print(name, open(name).read().splitlines())
