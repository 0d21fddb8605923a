"""The environment and what else os says."""
import os

print(os.environ.get("NOT_THERE"), os.getenv("NOT_THERE", "default"), "NOT_THERE" in os.environ)
os.environ["OWN"] = "1"
print(os.environ["OWN"], os.getenv("OWN"), os.environ.setdefault("OWN", "2"), os.environ.pop("OWN"), os.getenv("OWN"))
for attempt in (lambda: os.environ["NOT_THERE"], lambda: os.environ.__setitem__("X", 1), lambda: os.environ.__setitem__(1, "x")):
    try:
        attempt()
    except (KeyError, TypeError) as problem:
        print(type(problem).__name__, problem)
print(os.sep, repr(os.linesep), os.name, os.pathsep, os.curdir, os.pardir, os.devnull, os.extsep)
print(os.fspath("p"), os.fsencode("p"), os.fsdecode(b"p"), isinstance(os.getpid(), int), os.cpu_count() > 0)
print(os.strerror(2), "|", os.strerror(13), "|", os.strerror(9999))
print(len(os.urandom(8)), type(os.urandom(1)).__name__, os.path.expanduser("~") == os.environ["HOME"])
os.environ["NAME"] = "v"
print(os.path.expandvars("$NAME/${NAME}x/$ABSENT_ONE"))
try:
    os.fspath(3)
except TypeError as problem:
    print(problem)
with open(os.devnull, "w") as null:
    print(null.write("gone"))
