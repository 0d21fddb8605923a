import io, os, sys, pathlib, contextlib, collections.abc, types, logging, unittest, string, struct, base64, hashlib, array, csv, argparse, configparser, shutil, tempfile, glob, uuid, secrets, contextvars, abc, typing, warnings, inspect, platform, timeit, urllib.parse, zlib, binascii, itertools, difflib, numbers, graphlib, cmath, fnmatch, keyword, locale, getpass
def t(f, *a, **k):
    try: print("->", f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
os.makedirs("/tmp/inner/x", exist_ok=True); os.chdir("/tmp/inner")
with open("f.txt", "w") as f: print(f.write("line1\nline2\nline3"), f.tell())
with open("f.txt") as f: print(f.readline(), f.readlines(), f.read(), f.seek(0), f.read(3), next(f), f.name)
with open("f.txt", "a+") as f: f.write("\nmore"); f.seek(0); print(sum(1 for _ in f))
t(open, "nope.txt"); t(open, "f.txt", "x"); t(open, "f.txt", "q"); t(f.read)
with open("b.bin", "wb") as f: f.write(b"\x00\x01"); t(f.write, "x"); t(f.read)
print(os.path.getsize("b.bin"), os.path.exists("x"), sorted(os.listdir()), os.path.splitext("a/b.tar.gz"), os.path.join("a", "/b", "c"), os.path.basename("/a/b"), os.path.normpath("a/../b/./c"))
p = pathlib.Path("x") / "y.txt"; p.write_text("hi"); print(p, p.name, p.stem, p.suffix, p.parent, p.exists(), p.read_text(), list(pathlib.Path(".").glob("*.txt")), p.with_suffix(".md"), repr(p), p.parts); t(pathlib.Path("none").read_text); p.unlink(); t(p.unlink); t(os.remove, "zz"); t(os.rmdir, "x"); t(os.mkdir, "f.txt")
s = io.StringIO("a\nb"); print(s.read(), s.seek(0), list(s), s.getvalue()); bio = io.BytesIO(b"abc"); bio.seek(1); bio.write(b"Z"); print(bio.getvalue(), bio.read()); 
with contextlib.redirect_stdout(io.StringIO()) as o: print("hidden")
print(repr(o.getvalue()))
w = csv.writer(sys.stdout); w.writerow(["a", 'q"x', "1,2", None, 3.5]); print(list(csv.reader(['a,"b,c",d', "1,2"])), list(csv.DictReader(["x,y", "1,2"])))
print(struct.pack("<IhB4s", 1, -2, 3, b"ab"), struct.unpack(">Hd", struct.pack(">Hd", 5, 1.5)), struct.calcsize("iqb")); t(struct.pack, "B", 300); t(struct.unpack, "I", b"a")
print(base64.b64encode(b"hello"), base64.urlsafe_b64decode("_-8="), hashlib.md5(b"x").hexdigest(), hashlib.sha256(b"x").hexdigest()[:16], array.array("i", [1,2]), zlib.crc32(b"x"), binascii.hexlify(b"\x01"), uuid.UUID(int=5), uuid.uuid5(uuid.NAMESPACE_DNS, "a"))
print(urllib.parse.urlparse("http://u@h:80/p?q=1#f"), urllib.parse.quote("a b/ü"), urllib.parse.urlencode({"a": 1, "b": "x y"}), urllib.parse.parse_qs("a=1&a=2"), urllib.parse.urljoin("http://a/b/c", "../d"), 1)
ap = argparse.ArgumentParser(prog="p", description="d"); ap.add_argument("pos", type=int); ap.add_argument("-v", "--verbose", action="store_true", help="be loud"); ap.add_argument("--n", default=5, choices=[1, 5]); print(ap.parse_args(["3", "-v"])); ap.print_help(); t(ap.parse_args, ["x"])
cp = configparser.ConfigParser(); cp.read_string("[a]\nx=1\ny=%(x)s2\n"); print(cp["a"]["y"], cp.sections(), cp.getint("a", "x")); t(cp.get, "a", "zz")
print(list(difflib.unified_diff(["a"], ["b"], lineterm="")), difflib.get_close_matches("appel", ["ape", "apple"]), list(graphlib.TopologicalSorter({"a": {"b"}}).static_order()), fnmatch.filter(["a.py", "b.c"], "*.py"), keyword.iskeyword("for"), cmath.sqrt(-1), isinstance(1, numbers.Integral))
print(types.SimpleNamespace(a=1), types.MappingProxyType({"a": 1}), isinstance({}, collections.abc.Mapping), isinstance([], collections.abc.Hashable), issubclass(list, collections.abc.Sequence), types.FunctionType, type(lambda: 0), types.GeneratorType)
cv = contextvars.ContextVar("cv", default=0); tok = cv.set(5); print(cv.get(), cv.reset(tok), cv.get(), contextvars.copy_context().run(lambda: cv.set(9) and cv.get()), cv.get())
print(inspect.signature(lambda a, /, b=1, *c, d: 0), inspect.isfunction(t), inspect.getmembers(types.SimpleNamespace(z=1))[-1], inspect.getsource(t))
with warnings.catch_warnings(record=True) as rec: warnings.simplefilter("always"); warnings.warn("r", UserWarning); print(len(rec), rec[0].message, rec[0].category)
print(typing.Optional[int], typing.Union[int, str], typing.List[int], typing.get_type_hints(t), typing.Callable[[int], str], typing.Literal["a"], typing.Any, typing.TypeVar("T"), typing.get_args(dict[str, int]), typing.cast(int, "x"), typing.NamedTuple("N", [("a", int)])(1))
class TD(typing.TypedDict): a: int
print(TD(a=1), TD.__annotations__)
@typing.runtime_checkable
class Pr(typing.Protocol):
    def foo(self): ...
class Im:
    def foo(self): pass
print(isinstance(Im(), Pr), isinstance(1, Pr)); t(Pr)
class G(typing.Generic[typing.TypeVar("T")]): pass
print(G[int], G[int]())if 0 else print(G[int])
class TC(unittest.TestCase):
    def setUp(self): self.x = 1
    def test_ok(self): self.assertEqual(self.x, 1)
    def test_fail(self): self.assertEqual([1, 2], [1, 3])
    def test_err(self): 1/0
    @unittest.skip("why")
    def test_skip(self): pass
    def test_raises(self):
        with self.assertRaises(ValueError) as c: int("x")
        self.assertIn("invalid", str(c.exception))
    def test_sub(self):
        for i in range(2):
            with self.subTest(i=i): self.assertTrue(i)
buf = io.StringIO(); r = unittest.TextTestRunner(stream=buf, verbosity=2).run(unittest.defaultTestLoader.loadTestsFromTestCase(TC)); print(r); import re; print(re.sub(r"\d\.\d+s", "Ns", re.sub(r'File ".*?"', 'File', buf.getvalue())))
logging.basicConfig(stream=sys.stdout, format="%(levelname)-8s:%(name)s:%(lineno)d:%(funcName)s:%(message)s"); lg = logging.getLogger("a.b"); lg.warning("w %s %d", "x", 5); lg.info("no"); lg.setLevel("DEBUG"); lg.debug("dbg", extra={"q": 1}); h = logging.StreamHandler(sys.stdout); h.setFormatter(logging.Formatter("{levelname} {message}", style="{")); lg.addHandler(h); lg.propagate = False; lg.critical("crit"); lg.warning("bad %d", "x") if 0 else None; print(lg, logging.getLevelName(25), lg.isEnabledFor(10))
