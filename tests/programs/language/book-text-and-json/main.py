import re, json, collections, string, textwrap, sys, difflib
log = """2024-01-15 10:23:45 ERROR [db] Connection failed: timeout=30
2024-01-15 10:23:46 INFO [web] GET /index.html 200 12ms
2024-01-15 10:23:47 WARN [web] GET /slow 200 1500ms
2024-01-15 10:24:00 ERROR [web] GET /missing 404 3ms
bad line
"""
pat = re.compile(r"""
    ^(?P<date>\d{4}-\d{2}-\d{2})\s
    (?P<time>[\d:]+)\s
    (?P<level>[A-Z]+)\s
    \[(?P<mod>\w+)\]\s
    (?P<msg>.*)$
""", re.VERBOSE | re.MULTILINE)
recs = [m.groupdict() for m in pat.finditer(log)]
print(json.dumps(recs[0], indent=1), len(recs), collections.Counter(r["level"] for r in recs))
by = collections.defaultdict(list)
for r in recs: by[r["mod"]].append(r["level"][0])
print(dict(by), [int(x) for x in re.findall(r"(\d+)ms", log)])
print(re.sub(r"\b(\w)(\w*)", lambda m: m[1].upper() + m[2], "hello big world"), re.sub(r"(?P<a>\w+)@(?P<d>\w+)", r"\g<d> at \g<a>", "me@site"), re.split(r"\W+", "a, b; c."), re.findall(r"(?<!\d)\d{2}(?!\d)", "1 22 333 44"))
m = re.match(r"(a)(b)?(c)?", "ab"); print(m.groups(), m.groups("-"), m.group(0, 1), m.start(2), m.end(3), m.span(), m.lastindex, m.re.pattern, m.string, m.expand(r"\1-\2"), m[1], m.regs)
print(re.findall(r"<.+?>", "<a><b>"), re.findall(r"a{2,3}", "aaaaa"), re.fullmatch(r"[\w.]+@\w+\.\w+", "a.b@c.de") is not None, re.search(r"(?s)a.b", "a\nb"), re.compile(r"x", re.A | re.X), re.findall(r"[^\W\d_]+", "ab1_é"), re.match(r"\s*$", "  \n"), re.sub("", "-", "abc"), re.split("", "ab"), re.findall(r"\$\{(\w+)\}", "${a} ${b}"), re.sub(r"\d", "", "a1b2", count=1))
csv_text = 'name,score\n"Smith, J",90\nLee,85\n'
import csv, io
rows = list(csv.DictReader(io.StringIO(csv_text))); print(rows, sum(int(r["score"]) for r in rows))
out = io.StringIO(); w = csv.DictWriter(out, fieldnames=["name", "score"]); w.writeheader(); w.writerows(rows); print(repr(out.getvalue()))
print(list(csv.reader(["a;b;'c;d'"], delimiter=";", quotechar="'")), list(csv.reader(["a\tb"], "excel-tab")))
def table(rows, headers):
    widths = [max(len(str(x)) for x in col) for col in zip(headers, *rows)]
    line = "+".join("-" * (w + 2) for w in widths)
    fmt = "|".join(f" {{:<{w}}} " for w in widths)
    return "\n".join([fmt.format(*headers), line, *(fmt.format(*map(str, r)) for r in rows)])
print(table([("a", 1), ("long name", 22.5)], ["Name", "V"]))
print("\n".join(difflib.unified_diff("a\nb\nc".split(), "a\nx\nc".split(), "f1", "f2", lineterm="")), difflib.get_close_matches("appel", ["ape", "apple", "peach"]), difflib.SequenceMatcher(None, "abcd", "bcde").ratio())
print(json.dumps({"a": [1, 2.5, None, True, "é\n\"", {"n": ()}], 1: 2, None: 3}), json.dumps("é", ensure_ascii=False), json.dumps([1, 2], separators=(",", ":")), json.dumps({"b": 1, "a": 2}, sort_keys=True, indent="\t"), json.loads('[1.0, 1e3, -0, "\\u00e9", null, true]'), json.dumps(float("nan")), json.loads("NaN"), json.dumps({}), json.dumps([], indent=2), json.dumps([[], {}], indent=2), json.dumps("\x7f\u2028\U0001f600"))
class Enc(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, (set, frozenset)): return sorted(o)
        if isinstance(o, complex): return [o.real, o.imag]
        return super().default(o)
print(json.dumps({"s": {3, 1}, "c": 1j}, cls=Enc), json.loads('{"a": 1}', object_hook=lambda d: collections.namedtuple("X", d)(**d)), json.loads("[1.5]", parse_float=str), json.loads('{"a":1,"a":2}', object_pairs_hook=list))
for bad in [lambda: json.dumps({1j: 1}), lambda: json.dumps(object()), lambda: json.dumps({(1,): 2}), lambda: json.loads(b'\xff'), lambda: json.loads(5), lambda: json.dumps(float("inf"), allow_nan=False), lambda: json.loads("{'a': 1}"), lambda: json.loads('{"a": 1,}'), lambda: json.loads('["a\nb"]')]:
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
x = []; x.append(x)
try: json.dumps(x)
except ValueError as e: print(e)
print(x, {"a": x}, string.Formatter().format("{0:>5}|{a}", 1, a=2), list(string.Formatter().parse("a{b!r:c}d")), "{:%Y}".format(__import__("datetime").date(2020, 1, 1)), "{0.real:.1f}".format(3 + 4j), "{!s:>{w}}".format("a", w=4), string.Template("$a-${b}").substitute({"a": 1, "b": 2}))
print(textwrap.fill("word " * 30, 40), textwrap.wrap("a-b c_d averyveryverylongword x", 8), textwrap.dedent("  a\n   b\n"), sep="\n")
text = "It was the best of times, it was the worst of times"; w = re.findall(r"[a-z']+", text.lower()); print(collections.Counter(w).most_common(3), collections.Counter(map(len, w)), sorted(set(w), key=lambda s: (len(s), s)))
string.Template("$x").substitute()
