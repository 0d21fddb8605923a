"""Patterns over names and paths."""
import fnmatch
import glob
import os

os.makedirs("a/b")
for name in ("x.py", "y.py", "z.txt", ".hidden.py", "a/m.py", "a/b/n.py", "a/[1].txt"):
    open(name, "w").close()
print(sorted(glob.glob("*.py")), sorted(glob.glob("a/*.py")), sorted(glob.glob("**/*.py", recursive=True)))
print(glob.glob("nothing*"), sorted(glob.glob("[xy].*")), sorted(glob.glob("?.txt")), glob.glob("a/"), sorted(glob.iglob("*/b/*")))
print(glob.glob(glob.escape("a/[1].txt")), glob.glob("z.txt"), sorted(glob.glob(".*")), sorted(glob.glob("*", root_dir="a")))
print(fnmatch.fnmatch("file.txt", "*.txt"), fnmatch.fnmatch("a", "[!b]"), fnmatch.fnmatch("abc", "a?c"), fnmatch.fnmatch("x", "y*"))
print(fnmatch.filter(["a.py", "b.txt", "c.py"], "*.py"), fnmatch.fnmatchcase("A", "a"), fnmatch.fnmatch("a]b", "a[]]b"), fnmatch.fnmatch("x[", "x["))
