"""Copying, moving and removing trees; temporary files and folders."""
import os
import shutil
import tempfile

os.makedirs("src/inner")
for name in ("src/a.txt", "src/inner/b.txt", "src/c.pyc"):
    with open(name, "w") as f:
        f.write(name)
print(shutil.copy("src/a.txt", "copy.txt"), open("copy.txt").read(), shutil.copy("src/a.txt", "src/inner"))
print(shutil.copytree("src", "dst", ignore=shutil.ignore_patterns("*.pyc")), sorted(os.listdir("dst")), sorted(os.listdir("dst/inner")))
print(shutil.move("copy.txt", "dst"), os.path.exists("copy.txt"), shutil.move("dst", "elsewhere"))
shutil.rmtree("elsewhere")
print(os.path.exists("elsewhere"), shutil.which("no-such-program-anywhere"))
shutil.rmtree("absent", ignore_errors=True)
for bad in (lambda: shutil.rmtree("absent"), lambda: shutil.copytree("src", "src/inner"), lambda: shutil.copyfile("src/a.txt", "src/a.txt"),
            lambda: shutil.copy("absent", "x")):
    try:
        bad()
    except OSError as problem:
        print(type(problem).__name__, problem)
with tempfile.TemporaryDirectory(prefix="pre") as folder:
    path = os.path.join(folder, "q")
    open(path, "wb").write(b"\x00")
    print(os.path.basename(folder).startswith("pre"), os.listdir(folder))
print(os.path.exists(folder))
with tempfile.NamedTemporaryFile("w+", suffix=".txt") as f:
    f.write("temp")
    f.seek(0)
    print(f.read(), f.name.endswith(".txt"), os.path.exists(f.name))
print(os.path.exists(f.name))
fd, path = tempfile.mkstemp(text=True)
os.write(fd, b"data")
os.close(fd)
print(open(path).read(), os.path.dirname(path) == tempfile.gettempdir())
with tempfile.TemporaryFile() as f:
    f.write(b"x")
    f.seek(0)
    print(f.read())
