"""Sections and options at their edges: duplicates, interpolation of three kinds, errors with their places, mappings."""
import configparser
import io
import warnings


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, str(error).replace("\n", "|"), error.args)


def parser(text="", kind=configparser.ConfigParser, **kwargs):
    made = kind(**kwargs)
    made.read_string(text)
    return made


for text in ("lost = 1\n", "[a]\nx = 1\nx = 2\n", "[a]\n[a]\n", "[a]\nx\n", "[a]\n= 3\n: 4\n", "[]\n", "[a\n", "[a ] b]\nx=1\n",
             "[a]\nx = 1\n  two\n\n  three\n", "[a]\nx: 1 ; c\n# c\ny = 2 # c\n"):
    attempt(lambda: {name: dict(section) for name, section in parser(text).items()})
attempt(lambda: dict(parser("[a]\nx = 1 # c\ny", allow_no_value=True, inline_comment_prefixes="#")["a"]))
p = parser("[DEFAULT]\nroot = /srv\n[a]\nlog = %(root)s/log\nodd = 100%%\nbad = %(nope)s\nopen = %(root\nraw = 5%\nloop = %(loop)s\n"
           "n = 7\nf = 1.5\nyes = On\nno = maybe\n")
for option in ("log", "odd", "bad", "open", "raw", "loop", "gone"):
    attempt(p.get, "a", option)
attempt(p.get, "b", "x")
attempt(p.get, "b", "x", fallback=4)
attempt(p.get, "a", "log", raw=True, vars={"ROOT": "/v"})
attempt(p.get, "a", "log", vars={"ROOT": "/v"})
attempt(p.items, "a", raw=True, vars={"extra": "e", "n": "8"})
attempt(p.getint, "a", "n"), attempt(p.getint, "a", "f"), attempt(p.getfloat, "a", "f")
attempt(p.getboolean, "a", "yes"), attempt(p.getboolean, "a", "no"), attempt(p.getboolean, "a", "zz", fallback=3)
attempt(p["a"].getint, "n"), attempt(p["a"].getint, "zz"), attempt(p["a"].get, "zz", "else")
attempt(p.options, "a"), attempt(p.options, "zz"), attempt(p.has_option, "zz", "n"), attempt(p.has_option, "", "root")
attempt(p.set, "a", "x", 5), attempt(p.set, "a", 5, "x"), attempt(p.set, "a", "x", "5%"), attempt(p.set, "zz", "x", "5")
attempt(p.add_section, "a"), attempt(p.add_section, "DEFAULT"), attempt(p.add_section, 3)
attempt(p.remove_option, "a", "n"), attempt(p.remove_option, "a", "n"), attempt(p.remove_option, "zz", "n")
attempt(p.remove_section, "zz"), attempt(lambda: p["zz"]), attempt(lambda: p.__delitem__("DEFAULT")), attempt(p.pop, "zz")
attempt(lambda: configparser.ConfigParser(interpolation=3))
attempt(lambda: p.read_dict({"b": {"k": 1, "K": 2}})), attempt(lambda: p.read_dict({1: {}, "1": {}}))
e = parser("[a]\nx = ${y}\ny = 1$$\nz = ${b:w}\nbad = ${c:w}\nshut = ${x\nodd = $x\nmany = ${a:b:c}\n[b]\nw = ${v}\nv = 9\n",
           interpolation=configparser.ExtendedInterpolation())
for option in ("x", "z", "bad", "shut", "odd", "many"):
    attempt(e.get, "a", option)
attempt(e.set, "a", "q", "$x"), attempt(e.set, "a", "q", "${x} $$")
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    old = parser("[a]\nx = %(y)s!\ny = 2\nz = %(gone)s\n", interpolation=configparser.LegacyInterpolation())
    configparser.SafeConfigParser()
    print([str(w.message)[:30] for w in caught])
attempt(old.get, "a", "x"), attempt(old.get, "a", "z")
q = parser("[one]\na = 1\n[two]\nb = 2\n", converters={"list": str.split})
print(q.sections(), len(q), list(q), "one" in q, "DEFAULT" in q, q.getlist("one", "a"), q["two"].getlist("b"), sorted(q.converters))
q["one"] = {"c": "3"}
q["three"] = {}
print(dict(q["one"]), q["three"], list(q["three"]), q.popitem()[0], q.default_section)
q.clear()
print(q.sections())
q.read_dict({"s": {"multi": "1\n2", "none": "x"}})
for spaces in (True, False):
    out = io.StringIO()
    q.write(out, spaces)
    print(repr(out.getvalue()))
q["s"] = q["s"]
print(dict(q["s"]))
