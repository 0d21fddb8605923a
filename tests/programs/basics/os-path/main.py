"""os.path on text, environment, process numbers."""
import os
import os.path
from os.path import basename, join

print(join("a", "b", "c.txt"), join("a", "/b"), join("a/", "b"), basename("/x/y.py"), os.path.dirname("/x/y.py"))
print(os.path.split("/a/b/c"), os.path.splitext("x/archive.tar.gz"), os.path.splitext(".bashrc"), os.path.isabs("/a"))
print(os.path.normpath("a/./b/../c//d"), os.path.normpath("../../x"), os.path.relpath("/a/b/c", "/a/d"))
print(os.path.commonprefix(["abcd", "abef"]), os.path.commonpath(["/a/b/c", "/a/b/d"]), os.sep, os.linesep == "\n", os.name)
print(os.getpid() > 0, os.cpu_count() >= 1, os.getpid() != os.getppid(), isinstance(os.getcwd(), str))
os.environ["INTERLEAVE_TEST"] = "1"
print(os.environ["INTERLEAVE_TEST"], os.environ.get("NOT_THERE", "default"), os.getenv("NOT_THERE"), len(os.urandom(8)))
