"""Paths as text: parts, joining, suffixes, comparing."""
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

p = Path("data") / "sub" / "file.tar.gz"
print(p, repr(p), p.parts, p.name, p.stem, p.suffix, p.suffixes, p.parent, list(p.parents))
print(p.with_suffix(".zip"), p.with_name("x"), p.with_stem("y"), p.relative_to("data"), Path("/a/b").is_absolute())
print(Path("a") == Path("a/"), Path("a") < Path("b"), {Path("x"): 1}[Path("./x")], Path("a//b/./c"), Path(""), Path("/.."))
print(p.match("*.gz"), PurePosixPath("/a/b.py").match("/a/*.py"), PureWindowsPath("C:\\x\\y.txt").name, PureWindowsPath("c:/x"))
print("x" / Path("y"), Path("a").joinpath("b", "c"), Path("/").parent, Path("a", "/b", "c"), Path("a/b/c").parents[1])
print(Path(".bashrc").suffix == "", Path("a.").suffix == "", Path("x.y.z").stem, Path("/").name == "", Path("/a").root, Path("a").anchor == "")
print(Path("/x y").as_uri(), p.is_relative_to("data"), p.is_relative_to("other"), hash(Path("a")) == hash(Path("a")))
print(sorted([Path("b"), Path("a/z"), Path("a")]), Path("a") != "a", isinstance(p, PurePath), type(Path("a")).__name__)
for bad in (lambda: Path("/").with_name("x"), lambda: Path("a").with_suffix("x"), lambda: Path("a").with_name("b/c"),
            lambda: p.relative_to("zz"), lambda: Path(3), lambda: Path("a") / 3, lambda: Path("a").as_uri(), lambda: Path("a").match("")):
    try:
        bad()
    except (ValueError, TypeError) as problem:
        print(type(problem).__name__, problem)
