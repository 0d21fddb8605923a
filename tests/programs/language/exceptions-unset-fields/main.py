import traceback, sys
for e in (ImportError(), ImportError("m"), ImportError("m", name="n", path="p"), ModuleNotFoundError("q")):
    print(repr(e), e.msg, e.name, e.path, e.args, e.__dict__ if 0 else "")
a = AttributeError("x"); print(a.name, a.obj); a.name = "z"; print(a.name, a)
n = NameError("x"); print(n.name, NameError("y", name="q").name)
s = SyntaxError("bad"); print(s.msg, s.filename, s.lineno, s.offset, s.text, s.end_lineno, s.end_offset, s)
s = SyntaxError("bad", ("f.py", 3, 5, "a = = b\n", 3, 6)); print(s.msg, s.filename, s.lineno, s.offset, s.text, s.end_lineno, s.end_offset, s, s.args)
print(SyntaxError().msg)
print("".join(traceback.format_exception_only(type(s), s)))
try: import nope_mod
except ImportError as e: print(e.name, e.path, e.msg, e)
try: from math import nope
except ImportError as e: print(e.name, e.msg.split("(")[0])
try: {}.foo
except AttributeError as e: print(e.name, e.obj)
try: zzz
except NameError as e: print(e.name)
class MyImport(ImportError):
    def __init__(self, what): super().__init__(what); self.what = what
m = MyImport("w"); print(m.msg, m.name, m.what)
def load():
    try: import nope_two
    except ImportError as e: raise ImportError("need " + e.name) from None
try: load()
except ImportError as e: print(e, e.name)
raise SyntaxError("custom", ("conf.ini", 2, 4, "key value\n"))
