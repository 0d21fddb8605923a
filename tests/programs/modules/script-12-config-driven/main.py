"""Settings from an INI file, the environment and the command line."""
import argparse
import configparser
import os
import textwrap
from dataclasses import asdict, dataclass, field
from pathlib import Path
from pprint import pprint


@dataclass
class Settings:
    host: str = "localhost"
    port: int = 80
    debug: bool = False
    tags: list = field(default_factory=list)


Path("app.ini").write_text(textwrap.dedent("""\
    [app]
    host = example.org
    port = 8080
    debug = on
    tags = a, b,  c
    """))
config = configparser.ConfigParser()
config.read("app.ini")
section = config["app"]
settings = Settings(section["host"], section.getint("port"), section.getboolean("debug"), [t.strip() for t in section["tags"].split(",")])
os.environ["APP_PORT"] = "9090"
settings.port = int(os.getenv("APP_PORT", settings.port))
parser = argparse.ArgumentParser()
parser.add_argument("--host", default=settings.host)
settings.host = parser.parse_args([]).host
print(settings)
pprint(asdict(settings), width=40)
print(os.environ.get("APP_HOST", "unset"), sorted(p.name for p in Path(".").glob("*.ini")))
