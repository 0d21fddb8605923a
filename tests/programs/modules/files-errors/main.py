"""What goes wrong with files."""
import io
import os

os.mkdir("folder")
open("file", "w").close()
for attempt in (
    lambda: open("absent.txt"), lambda: open("absent/x", "w"), lambda: open("folder"), lambda: open("file/x"),
    lambda: open("file", "x"), lambda: open("file", "q"), lambda: open("file", "rw"), lambda: open("file", ""),
    lambda: open("file", "rbt"), lambda: open("file", "rb", encoding="utf-8"), lambda: open("file", buffering=0),
    lambda: open(3.5), lambda: open("file", "w").read(), lambda: open("file").write("x"), lambda: open("file", "rb").write(b""),
    lambda: open("file", "w").write(b"bytes"), lambda: open("file", newline="x"), lambda: open("file", encoding="nope"),
):
    try:
        print(attempt())
    except Exception as problem:
        print(type(problem).__name__, problem)
f = open("file")
f.close()
f.close()
for attempt in (f.read, lambda: f.write("x"), lambda: next(f), f.__enter__, f.tell, f.readline):
    try:
        attempt()
    except ValueError as problem:
        print(problem)
try:
    open("absent.txt")
except OSError as problem:
    print(problem.errno, problem.strerror, problem.filename, problem.args, isinstance(problem, FileNotFoundError))
print(issubclass(io.UnsupportedOperation, (OSError, ValueError)))
