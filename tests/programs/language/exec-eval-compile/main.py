ns = {"x": 2}
exec("y = x * 3\ndef f(): return y + 1", ns); print(ns["y"], ns["f"](), sorted(k for k in ns if k != "__builtins__"))
print(eval("x + 1", {"x": 5}), eval("a + b", {"a": 1}, {"b": 2}), eval(" 1 + 1 "), eval(compile("2 * 3", "<s>", "eval")))
c = compile("z = 1\nprint('run', z)", "file.py", "exec"); exec(c); print(z, c.co_filename, type(c).__name__)
exec(compile("1 + 1", "<x>", "single"))
for src, mode in (("1 +", "eval"), ("x = 1", "eval"), ("for", "exec"), ("1", "nomode"), ("def f(:", "exec"), ("  x", "exec")):
    try: compile(src, "<t>", mode)
    except (SyntaxError, ValueError) as e: print(type(e).__name__, e)
def g():
    loc = 5
    return eval("loc * 2"), eval("[loc for _ in range(1)]") if False else None
print(g())
try: eval("undefined_name")
except NameError as e: print(e)
try: exec(5)
except TypeError as e: print(e)
class A: exec("attr = 7")
print(A.attr, eval("lambda v: v + 1")(1), globals()["ns"]["y"], "A" in globals())
exec("import math\nprint(math.floor(2.5))")
def h():
    d = {}
    exec("q = 10", {}, d)
    return d
print(h())
