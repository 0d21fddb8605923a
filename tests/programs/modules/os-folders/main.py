"""Folders: making, listing, walking, renaming, removing."""
import os

os.makedirs("d/e/f", exist_ok=True)
os.makedirs("d/e/f", exist_ok=True)
for name in ("d/y.py", "d/e/x.py", "d/e/f/z.txt"):
    with open(name, "w") as f:
        f.write(name)
print(sorted(os.listdir("d")), os.path.isdir("d/e"), os.path.isfile("d/e"), os.path.getsize("d/y.py"))
for top, folders, files in os.walk("d"):
    print(top, sorted(folders), sorted(files))
print([top for top, _, _ in os.walk("d", topdown=False)])
with os.scandir("d") as entries:
    print(sorted((e.name, e.is_dir(), e.is_file(), e.path) for e in entries))
here = os.getcwd()
os.chdir("d")
print(os.path.relpath(os.getcwd(), here), sorted(os.listdir()), os.path.exists("y.py"))
os.chdir("..")
os.rename("d/e", "d/moved")
os.replace("d/y.py", "d/moved/y.py")
print(sorted(os.listdir("d/moved")))
for attempt in (lambda: os.mkdir("d"), lambda: os.makedirs("d/moved"), lambda: os.rmdir("d"), lambda: os.remove("d"), lambda: os.remove("nope"),
                lambda: os.rename("nope", "x"), lambda: os.listdir("nope"), lambda: os.listdir("d/moved/y.py"), lambda: os.chdir("nope"),
                lambda: os.stat("nope"), lambda: os.mkdir("no/parent"), lambda: os.rmdir("d/moved/y.py")):
    try:
        attempt()
    except OSError as problem:
        print(type(problem).__name__, problem)
os.removedirs("d/moved/f") if False else os.remove("d/moved/f/z.txt")
os.rmdir("d/moved/f")
print(sorted(os.listdir("d/moved")), os.access("d", os.F_OK), os.access("nope", os.R_OK))
