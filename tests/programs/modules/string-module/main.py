"""Template, Formatter, capwords, constants."""
import string

t = string.Template("$who likes ${what} $$5")
print(t.substitute(who="A", what="B"), t.safe_substitute(who="A"), t.substitute({"who": 1}, what=2), t.template)
for bad in ("$", "ab\n${x", "$1"):
    try:
        string.Template(bad).substitute()
    except ValueError as problem:
        print(problem)
try:
    t.substitute(who=1)
except KeyError as problem:
    print(repr(problem))
print(t.get_identifiers(), t.is_valid(), string.Template("$").is_valid(), string.capwords("hello  big world"), string.capwords("a-b", "-"))


class Hash(string.Template):
    delimiter = "#"


print(Hash("#a").substitute(a=1))
f = string.Formatter()
print(f.format("{0} {a:>5} {b!r} {c[0]} {d.real}", 1, a=2, b="x", c=[9], d=3), f.vformat("{x}", (), {"x": 1}), list(f.parse("a{b!r:c}d{}")))


class Default(string.Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, f"<{key}>") if isinstance(key, str) else args[key]

    def format_field(self, value, spec):
        return str(value).upper() if spec == "u" else super().format_field(value, spec)


print(Default().format("{x} {y} {0} {z:u} {:>4}".replace("{:>4}", "{0:>4}"), 1, x=2, z="up"))
for bad in (lambda: f.format("{}{0}", 1), lambda: f.format("{x}"), lambda: f.format("{", 1), lambda: f.format("}", 1)):
    try:
        bad()
    except (ValueError, KeyError) as problem:
        print(type(problem).__name__, problem)
print(string.ascii_letters, string.digits, string.hexdigits, string.punctuation, repr(string.whitespace), len(string.printable))
