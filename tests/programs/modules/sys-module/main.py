"""sys as scripts use it."""
import sys

print(sys.version_info >= (3, 8), sys.version_info[:2], sys.version_info.major, sys.byteorder, sys.maxsize, sys.maxunicode)
print(len(sys.argv), sys.argv[0].endswith("main.py"), sys.getrecursionlimit(), sys.getdefaultencoding(), sys.platform)
print(sys.stdout.write("written\n"), sys.stdout.fileno(), sys.stdin.fileno(), sys.stdout.isatty(), sys.stdout.encoding, sys.stdout.name)
sys.stdout.flush()
sys.stdout.buffer.write(b"bytes\n")
sys.stdout.buffer.flush()
print(sys.intern("x") is sys.intern("x"), sys.getsizeof(0), sys.getsizeof(""), sys.getsizeof([]), sys.getsizeof("abc"), sys.getsizeof({}))
print(sys.flags.optimize, sys.flags.dev_mode, sys.float_info.max, sys.int_info.bits_per_digit, sys.hash_info.width)
print("json" in sys.stdlib_module_names, "requests" in sys.stdlib_module_names, "sys" in sys.builtin_module_names, sys.get_int_max_str_digits())
print(sys.exc_info(), sys.gettrace(), sys.getprofile(), "sys" in sys.modules, sys.modules["__main__"].__name__)
try:
    raise ValueError("v")
except ValueError:
    print(sys.exc_info()[0].__name__, sys.exc_info()[1], sys.exception())
print(exit, quit)
for leave in (lambda: sys.exit(3), lambda: exit(4), lambda: quit(), lambda: sys.exit("text"), lambda: sys.exit((1, 2))):
    try:
        leave()
    except SystemExit as problem:
        print(repr(problem.code), problem.args)
sys.setrecursionlimit(200)


def down(n):
    return down(n + 1)


try:
    down(0)
except RecursionError as problem:
    print(problem)
sys.displayhook(5)
sys.stdout = sys.__stdout__
sys.stderr.write("")
