"""INI files: reading, values, interpolation, writing, errors."""
import configparser
import sys

c = configparser.ConfigParser()
c.read_string("""
[DEFAULT]
home = /base
retries = 3

[server]
host = example.com
port: 8080
debug = yes
path = %(home)s/%(host)s
long = first
    second
; a comment
# another

[empty]
""")
print(c.sections(), "server" in c, c["server"]["host"], c.getint("server", "port"), c.getboolean("server", "debug"), c["server"]["path"])
print(repr(c["server"]["long"]), c.get("server", "nope", fallback="F"), c["server"].get("nope"), c.getfloat("server", "retries"))
print(sorted(c["server"]), dict(c["empty"]), c.has_option("server", "HOST"), c.options("empty"))
c["new"] = {"a": "1", "b": "two"}
c.set("new", "c", "3")
c.remove_option("new", "a")
print(c.items("new"), c.remove_section("empty"), c.sections())
c.write(sys.stdout)
for bad in (lambda: c.get("nope", "x"), lambda: c.get("server", "x"), lambda: c.getint("server", "host"), lambda: c.getboolean("server", "host"),
            lambda: c["nope"], lambda: c["server"]["nope"], lambda: c.add_section("server"), lambda: c.set("server", "x", 3),
            lambda: c.read_string("x = 1"), lambda: c.read_string("[a]\n[a]\n"), lambda: c.read_string("[b]\nk=1\nk=2\n"), lambda: c.read_string("[d]\nnonsense\n")):
    try:
        print(bad())
    except Exception as problem:
        print(type(problem).__name__, "|", problem)
c["i"] = {"v": "%(absent)s"}
try:
    c["i"]["v"]
except configparser.InterpolationError as problem:
    print(type(problem).__name__, problem)
r = configparser.RawConfigParser(allow_no_value=True)
r.read_string("[s]\nraw = %(x)s\nkey\n")
print(r["s"]["raw"], r["s"]["key"], c.read("absent.ini"))
e = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
e.read_dict({"a": {"x": 1}, "b": {"y": "${a:x} and ${z}", "z": "zed"}})
print(e["b"]["y"])
