"""dictConfig."""
import logging
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(levelname)s|%(name)s|%(message)s"}, "short": {"format": "{message}", "style": "{"}},
    "filters": {"only_app": {"name": "app"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "plain", "stream": "ext://sys.stdout", "level": "INFO"},
        "file": {"class": "logging.FileHandler", "filename": "c.log", "mode": "w", "formatter": "short"},
    },
    "loggers": {"app": {"level": "DEBUG", "handlers": ["file"], "propagate": True}},
    "root": {"level": "WARNING", "handlers": ["console"]},
})
logging.getLogger("app").debug("to the file")
logging.getLogger("app").info("to both")
logging.getLogger("other").info("nowhere")
logging.getLogger("other").warning("to the console")
print(open("c.log").read(), end="")
for bad in ({}, {"version": 2}, {"version": 1, "handlers": {"h": {"class": "logging.Nope"}}}):
    try:
        logging.config.dictConfig(bad)
    except ValueError as problem:
        print(problem)
