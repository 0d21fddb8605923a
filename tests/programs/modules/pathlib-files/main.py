"""Paths on the file system."""
from pathlib import Path

p = Path("data/sub/file.txt")
p.parent.mkdir(parents=True, exist_ok=True)
print(p.write_text("hello\nthere\n"), repr(p.read_text()), p.exists(), p.is_file(), p.is_dir(), p.stat().st_size)
print(Path("b.bin").write_bytes(b"\0\1"), Path("b.bin").read_bytes())
(p.parent / "other.py").touch()
print(sorted(Path("data").rglob("*")), list(Path("data").glob("*/*.py")), sorted(Path("data").glob("**/*.txt")))
print(sorted(c.name for c in Path("data/sub").iterdir()), [c.is_dir() for c in Path("data").iterdir()])
with p.open("a") as f:
    f.write("more\n")
with p.open() as f:
    print([line.rstrip() for line in f])
q = p.rename("moved.txt")
print(q, p.exists(), q.exists(), q.replace("again.txt"))
print(Path("x").absolute() == Path.cwd() / "x", Path("a/../b").resolve() == Path.cwd() / "b", Path.home() == Path("~").expanduser())
for bad in (lambda: Path("absent").read_text(), lambda: Path("data").mkdir(), lambda: Path("data").rmdir(), lambda: Path("absent").unlink(),
            lambda: list(Path("absent").iterdir()), lambda: Path("again.txt").touch(exist_ok=False), lambda: Path("no/such").mkdir(),
            lambda: Path("x").write_text(b"b"), lambda: Path("absent").stat(), lambda: Path("absent").rename("y")):
    try:
        bad()
    except (OSError, TypeError) as problem:
        print(type(problem).__name__, problem)
Path("absent").unlink(missing_ok=True)
print(list(Path("absent").glob("*")), Path("again.txt").samefile("./again.txt"))
