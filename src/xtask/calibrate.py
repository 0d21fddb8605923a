"""Measures what the operations of Python cost on this machine's CPython, in nanoseconds.

Run by `cargo xtask calibrate`; prints a JSON table `name -> {"nanos": float, "source": str}`.

How to read the names. A cost is *net*: the statement measured, less the costs of the other
operations in it, so that a program costs the sum of its operations. `z = x + y` is two `local_load`,
one `int_add` and one `local_store`. A name that ends in `_item`, `_byte`, `_char`, `_arg`, `_digit`,
`_part` or `_frame` is a cost per such thing, to be multiplied and added to the fixed cost of the same stem.
A name that ends in `_turn` is one turn of a `for` over that kind of iterable (FOR_ITER and the
jump back; the store of the loop variable is apart). `call_*` are costs of a call of a Python function
and its return; the body is apart. Method costs (`list_append`) hold the look-up of the method
and the call; not the loads of the object and the arguments.

Groups:
  names        local_load local_store const_load global_load global_store name_load name_store
               cell_load cell_store builtin_load
  control      branch jump_back range_turn list_turn dict_turn enumerate_turn zip_turn
               generator_turn unpack_item is_compare not_op contains_list_item
  int, float   int_add int_sub int_mul int_floordiv int_mod int_truediv int_pow int_bitop int_shift
               int_neg int_compare (in a condition) int_compare_value (kept as a value) int_inplace
               int_box (what a result that is not among the small ints -5 to 256 takes besides)
               bigint_add_digit bigint_mul_digit (per product of two 30-bit digits)
               float_add float_mul float_div float_pow float_compare
  str          str_concat str_copy_byte str_inplace_concat str_index str_slice str_compare
               str_repr_int format_value format_spec build_string_part percent_format percent_value
               str_format_method str_join_item str_split_item str_method
  containers   build_list build_list_item list_index list_store list_append list_pop list_slice
               list_slice_item list_extend_item list_sort_compare (times n*log2 n) list_comp
               list_comp_item build_tuple build_tuple_item tuple_index build_dict
               build_dict_item dict_get dict_set dict_insert dict_get_method dict_contains dict_del
               build_set_item set_add set_contains
  objects      attr_load attr_store bound_method_load class_attr_load property_load instance_new
               instance_init isinstance_call
  calls        call_function call_arg call_keyword call_default call_method call_star
               make_function make_closure builtin_call range_call len_call min_item sum_item
               super_call lambda_key_call
  exceptions   try_enter raise_catch unwind_frame
  generators   generator_new generator_resume
  output       print_call print_arg print_byte write_syscall
  modules      time_call perf_counter_call random_call randint_call sqrt_call
  threads      lock_acquire_release lock_with thread_create thread_begin thread_boot thread_end thread_stack
               thread_start_join current_thread_call sleep_call sleep_late
  machine      gil_handover lock_handover lock_release_wake lock_wake_cpu context_switch
  processes    memory_fork memory_forkserver memory_spawn (bytes), fork_boot fork_end process_forkserver process_spawn (start and join) process_server process_tracker (their helpers), pickle_byte pickle_item
               pickle_global unpickle_item unpickle_large_item

The interpreter's own operations are at last scaled by one factor, so that seven ordinary loops cost what
the sum of their operations says (`MIXES`).

How it is measured. Each statement is written out many times in the body of a loop, timed in chunks of
about two milliseconds of the thread's own CPU clock, all statements in turn, over many rounds; of each
statement's chunks the median of the fastest quarter counts (other work on the machine only ever adds).
The machine group and the start of threads and processes are wall time, for which the same quarter is taken; of
what takes two cores, bursts in which the threads waited least for a core (on a busy machine most do).
"""

import _thread
import argparse
import datetime
import gc
import io
import json
import math
import multiprocessing
import os
import pickle
import platform
import random
import resource
import socket
import statistics
import subprocess
import sys
import threading
import time

CHUNK_NANOS = 2_000_000


def quick_median(samples):
    """The median of the fastest quarter."""
    ordered = sorted(samples)
    return statistics.median(ordered[: max(1, len(ordered) // 4)])


class Op:
    """One statement to time.

    `per` says how many of the thing it does; `less` names the operations in it that are costed on their own,
    counted over the whole statement or, with `each`, per thing.
    """

    def __init__(self, name, statement, less=None, setup="", per=1.0, copies=40, tail="", scope="", each=False):
        self.name = name
        self.statement = statement
        self.less = less or {}
        self.setup = setup
        self.per = per
        self.copies = copies
        self.tail = tail
        self.scope = scope
        self.each = each
        self.samples = []

    def compile(self):
        body = []
        for _ in range(self.copies):
            body.extend("        " + line for line in self.statement.splitlines())
        lines = [self.scope, "def timed(turns, clock):"]
        lines.extend("    " + line for line in self.setup.splitlines())
        lines.append("    begin = clock()")
        lines.append("    for _turn in range(turns):")
        lines.extend(body)
        lines.append("    end = clock()")
        lines.extend("    " + line for line in self.tail.splitlines())
        lines.append("    return end - begin")
        names = {"__name__": "calibrated"}
        exec(compile("\n".join(lines), "<" + self.name + ">", "exec"), names)
        self.function = names["timed"]
        self.turns = 1
        self.function(20, time.thread_time_ns)  # lets the interpreter specialise
        while self.function(self.turns, time.thread_time_ns) < CHUNK_NANOS // 2 and self.turns < 1 << 22:
            self.turns *= 2

    def sample(self):
        nanos = self.function(self.turns, time.thread_time_ns)
        self.samples.append(nanos / self.turns / self.copies)


class ModuleOp(Op):
    """As `Op`, at module level, where names live in a dictionary."""

    def compile(self):
        lines = [self.setup, "_begin = _clock()", "for _turn in range(_turns):"]
        for _ in range(self.copies):
            lines.extend("    " + line for line in self.statement.splitlines())
        lines.append("_elapsed = _clock() - _begin")
        code = compile("\n".join(lines), "<" + self.name + ">", "exec")

        def function(turns, clock):
            names = {"_clock": clock, "_turns": turns}
            exec(code, names)
            return names["_elapsed"]

        self.function = function
        self.turns = 50
        function(20, time.thread_time_ns)


# Long enough on their own that neighbours do not matter.
ALONE = {
    "bigint_add_digit", "bigint_mul_digit", "str_copy_byte", "list_slice_item", "list_extend_item", "list_sort_compare",
    "min_item", "sum_item", "print_call", "print_arg", "print_byte", "write_syscall", "time_call", "perf_counter_call",
    "pickle_item", "pickle_byte", "pickle_global", "unpickle_item", "format_spec", "lock_acquire_release", "lock_with", "raise_catch", "str_join_item", "str_split_item",
}  # fmt: skip

LOAD, STORE = "local_load", "local_store"
KEEP = {LOAD: 1, STORE: 1}
PAIR = {LOAD: 2, STORE: 1}


def operations():
    ops = []

    def op(name, statement, less=None, setup="", **more):
        ops.append(Op(name, statement, less, setup, **more))

    # Names. A load cannot be had without something that takes it: the pair is halved.
    op("local_load", "y = x", setup="x = 1.5", per=2.0, copies=100)
    op("local_store", "y = x", setup="x = 1.5", per=2.0, copies=100)
    op("const_load", "z = x < 654", {**KEEP, "int_compare_value": 1}, setup="x = 123456")
    op("global_load", "y = GLOBAL", {STORE: 1}, scope="GLOBAL = 1")
    op("builtin_load", "y = len", {STORE: 1})
    op("global_store", "GLOBAL = x", {LOAD: 1}, setup="global GLOBAL\nx = 1", scope="GLOBAL = 1")
    ops.append(ModuleOp("name_load", "y = x", setup="x = 1", per=2.0))
    ops.append(ModuleOp("name_store", "y = x", setup="x = 1", per=2.0))
    op("cell_load", "y = c", {STORE: 1}, setup="c = 1\ndef keep(): return c")
    op("cell_store", "c = x", {LOAD: 1}, setup="x = 1\nc = 1\ndef keep(): return c")

    # Control.
    op("branch", "if x: pass", {LOAD: 1}, setup="x = True")
    op("not_op", "y = not x", KEEP, setup="x = True")
    op("is_compare", "y = x is None", {**KEEP, "const_load": 1}, setup="x = True")
    op(
        "jump_back",
        "i = 0\nwhile i < n: i += 1",
        {LOAD: 3, STORE: 1, "const_load": 1, "int_compare": 1, "branch": 1, "int_add": 1, "int_box": 0.75},
        setup="n = 1000",
        per=1000.0,
        copies=1,
        each=True,
    )
    op("range_turn", "for i in span: pass", {STORE: 1}, setup="span = range(1000)", per=1000.0, copies=1, each=True)
    op("list_turn", "for i in items: pass", {STORE: 1}, setup="items = list(range(1000))", per=1000.0, copies=1, each=True)
    op("dict_turn", "for i in items: pass", {STORE: 1}, setup="items = dict.fromkeys(range(1000))", per=1000.0, copies=1, each=True)
    op("enumerate_turn", "for i in enumerate(items): pass", {STORE: 1}, setup="items = list(range(1000))", per=1000.0, copies=1, each=True)
    op("zip_turn", "for i in zip(items, items): pass", {STORE: 1}, setup="items = list(range(1000))", per=1000.0, copies=1, each=True)
    op("unpack_item", "a, b, c, d = t", {LOAD: 1, STORE: 4}, setup="t = (1, 2, 3, 4)", per=4.0)
    op("contains_list_item", "y = -1 in items", {}, setup="items = list(range(1000))", per=1000.0, copies=4)

    # Numbers. The results are among the small ints that CPython keeps; `int_box` is what any other takes besides.
    ints = "x = 123456\ny = 654"
    for name, sign, x, y in (
        ("add", "+", 100, 54), ("sub", "-", 500, 300), ("mul", "*", 12, 13), ("floordiv", "//", 123456, 654),
        ("mod", "%", 123456, 200), ("truediv", "/", 123456, 654), ("bitop", "&", 123456, 199),
    ):  # fmt: skip
        op("int_" + name, "z = x " + sign + " y", PAIR, setup=f"x = {x}\ny = {y}")
    op("int_box", "z = x + y", {**PAIR, "int_add": 1}, setup=ints)
    op("int_pow", "z = x ** y", PAIR, setup="x = 5\ny = 3")
    op("int_shift", "z = x << y", PAIR, setup="x = 3\ny = 5")
    op("int_neg", "z = -x", KEEP, setup="x = -100")
    op("int_inplace", "x += 1", {**KEEP, "const_load": 1, "int_box": 1}, setup="x = 1000")
    op("int_compare", "if x < y: pass", {LOAD: 2, "branch": 1}, setup=ints)
    op("int_compare_value", "z = x < y", PAIR, setup=ints)
    digits = "x = (1 << 3000) - 1\ny = (1 << 3000) - 3"
    op("bigint_add_digit", "z = x + y", setup=digits, per=100.0)
    op("bigint_mul_digit", "z = x * y", setup=(digits.replace("3000", "1500")), per=2500.0, copies=10)
    floats = "x = 1234.5\ny = 6.25"
    for name, sign in (("add", "+"), ("mul", "*"), ("div", "/")):
        op("float_" + name, "z = x " + sign + " y", PAIR, setup=floats)
    op("float_pow", "z = x ** y", PAIR, setup=floats)
    op("float_compare", "if x < y: pass", {LOAD: 2, "branch": 1}, setup=floats)

    # Text.
    op("str_concat", "z = x + y", PAIR, setup="x = 'hello'\ny = 'world'")
    op("str_copy_byte", "z = x + y", setup="x = 'a' * 50000\ny = 'b' * 50000", per=100000.0, copies=4)
    op("str_inplace_concat", "s = ''\nfor i in span: s += t", {LOAD: 2, STORE: 2, "range_turn": 1}, setup="span = range(500)\nt = 'ab'", per=500.0, copies=1, each=True)
    op("str_index", "z = x[y]", PAIR, setup="x = 'hello world'\ny = 4")
    op("str_slice", "z = x[2:7]", {**KEEP, "const_load": 2}, setup="x = 'hello world'")
    op("str_compare", "if x == y: pass", {LOAD: 2, "branch": 1}, setup="x = 'hello world'\ny = 'hello worle'")
    op("str_repr_int", "z = str(x)", {**KEEP, "builtin_load": 1}, setup="x = 123456")
    op("format_value", "z = f'{x}'", KEEP, setup="x = 123456")
    op("format_spec", "z = f'{x:>10.3f}'", {**KEEP, "const_load": 1}, setup="x = 12.5")
    op("build_string_part", "z = f'{x}{x}{x}{x}'", {LOAD: 4, STORE: 1}, setup="x = 'abc'", per=4.0)
    op("percent_format", "z = '%s' % x", {**KEEP, "const_load": 1}, setup="x = 'abc'")
    op("percent_value", "z = t % x", PAIR, setup="x = (1, 22, 333, 4444)\nt = '%d %d %d %d'", per=4.0)
    op("str_format_method", "z = t.format(x)", PAIR, setup="x = 123456\nt = 'n={}'")
    op("str_join_item", "z = t.join(x)", setup="x = ['abcd'] * 100\nt = ','", per=100.0, copies=10)
    op("str_split_item", "z = x.split()", setup="x = 'abcd ' * 100", per=100.0, copies=10)
    op("str_method", "z = x.upper()", KEEP, setup="x = 'hello'")

    # Containers.
    op("build_list", "z = []", {STORE: 1})
    op("build_list_item", "z = [x, x, x, x, x, x, x, x]", {LOAD: 8, STORE: 1, "build_list": 1}, setup="x = 1", per=8.0)
    op("list_index", "z = x[y]", PAIR, setup="x = [1, 2, 3, 4]\ny = 2")
    op("list_store", "x[y] = y", {LOAD: 3}, setup="x = [1, 2, 3, 4]\ny = 2")
    op(
        "list_append",
        "items = []\nfor i in span: items.append(i)",
        {LOAD: 2, STORE: 1, "range_turn": 1},
        setup="span = range(1000)",
        per=1000.0,
        copies=1,
        each=True,
    )
    op(
        "list_pop",
        "items = base[:]\nfor i in span: items.pop()",
        {LOAD: 1, STORE: 1, "range_turn": 1, "list_slice_item": 1},
        setup="span = range(1000)\nbase = list(span)",
        per=1000.0,
        copies=1,
        each=True,
    )
    op("list_slice", "z = x[1:4]", {**KEEP, "const_load": 2}, setup="x = [1, 2, 3, 4, 5]")
    op("list_slice_item", "z = x[:]", setup="x = list(range(10000))", per=10000.0, copies=4)
    op("list_extend_item", "z = []\nz.extend(x)", setup="x = list(range(10000))", per=10000.0, copies=4)
    op("list_sort_compare", "z = sorted(x)", setup="import random\nx = list(range(4096))\nrandom.Random(5).shuffle(x)", per=4096.0 * 12, copies=1)
    op("list_comp", "z = [i for i in x]", KEEP, setup="x = ()")
    op("list_comp_item", "z = [i for i in span]", {LOAD: 1, STORE: 1, "range_turn": 1}, setup="span = range(1000)", per=1000.0, copies=1, each=True)
    op("build_tuple", "z = (x,)", KEEP, setup="x = 1")
    op("build_tuple_item", "z = (x, x, x, x, x, x, x, x)", {LOAD: 8, STORE: 1, "build_tuple": 1}, setup="x = 1", per=7.0)
    op("tuple_index", "z = x[y]", PAIR, setup="x = (1, 2, 3, 4)\ny = 2")
    op("build_dict", "z = {}", {STORE: 1})
    op("build_dict_item", "z = {a: x, b: x, c: x, d: x, e: x}", {LOAD: 10, STORE: 1, "build_dict": 1}, setup="x = 1\na, b, c, d, e = 'abcde'", per=5.0)
    op("dict_get", "z = x[y]", PAIR, setup="x = {'a': 1, 'b': 2}\ny = 'b'")
    op("dict_set", "x[y] = y", {LOAD: 3}, setup="x = {'a': 1, 'b': 2}\ny = 'b'")
    op("dict_insert", "d = {}\nfor i in span: d[i] = i", {LOAD: 3, STORE: 1, "range_turn": 1}, setup="span = range(1000)", per=1000.0, copies=1, each=True)
    op("dict_get_method", "z = x.get(y)", PAIR, setup="x = {'a': 1, 'b': 2}\ny = 'b'")
    op("dict_contains", "if y in x: pass", {LOAD: 2, "branch": 1}, setup="x = {'a': 1, 'b': 2}\ny = 'b'")
    op("dict_del", "x[y] = y\ndel x[y]", {LOAD: 5, "dict_set": 1}, setup="x = {'a': 1}\ny = 'b'")
    op("build_set_item", "z = {a, b, c, d, e}", {LOAD: 5, STORE: 1}, setup="a, b, c, d, e = 'abcde'", per=5.0)
    op("set_add", "x.add(y)", {LOAD: 2}, setup="x = {1, 2, 3}\ny = 2")
    op("set_contains", "if y in x: pass", {LOAD: 2, "branch": 1}, setup="x = {1, 2, 3}\ny = 2")

    # Objects.
    classes = (
        "class Plain: pass\n"
        "class Point:\n"
        "    kind = 7\n"
        "    def __init__(self): pass\n"
        "    def method(self): pass\n"
        "    def method1(self, a): pass\n"
        "    @property\n"
        "    def prop(self): pass\n"
        "class Child(Point):\n"
        "    def method(self): super().method()\n"
        "def f0(): pass\n"
        "def f1(a): pass\n"
        "def f5(a, b, c, d, e): pass\n"
        "def fk(a=1, b=2, c=3, d=4): pass\n"
        "def fstar(*args): pass\n"
    )
    point = "p = Point()\np.x = 5\nv = 6"
    op("attr_load", "z = p.x", KEEP, setup=point, scope=classes)
    op("attr_store", "p.x = v", {LOAD: 2}, setup=point, scope=classes)
    op("class_attr_load", "z = p.kind", KEEP, setup=point, scope=classes)
    op("bound_method_load", "z = p.method", KEEP, setup=point, scope=classes)
    op("property_load", "z = p.prop", {**KEEP, "const_load": 1}, setup=point, scope=classes)
    op("instance_new", "z = c()", KEEP, setup="c = Plain", scope=classes)
    op("instance_init", "z = c()", {**KEEP, "instance_new": 1, "const_load": 1}, setup="c = Point", scope=classes)
    op("isinstance_call", "if isinstance(p, c): pass", {LOAD: 2, "builtin_load": 1, "branch": 1}, setup=point + "\nc = Point", scope=classes)

    # Calls. Each holds the return of None and the drop of it.
    body = {"const_load": 1}
    op("call_function", "f()", {LOAD: 1, **body}, setup="f = f0", scope=classes)
    op("call_arg", "f(v, v, v, v, v)", {LOAD: 6, "call_function": 1, **body}, setup="f = f5\nv = 1", scope=classes, per=5.0)
    op("call_keyword", "f(a=v, b=v, c=v, d=v)", {LOAD: 5, "call_function": 1, **body}, setup="f = fk\nv = 1", scope=classes, per=4.0)
    op("call_default", "f()", {LOAD: 1, "call_function": 1, **body}, setup="f = fk", scope=classes, per=4.0)
    op("call_method", "p.method()", {LOAD: 1, **body}, setup=point, scope=classes)
    op("call_star", "f(*t)", {LOAD: 2, **body}, setup="f = fstar\nt = (1, 2, 3)", scope=classes)
    op("super_call", "p.method()", {LOAD: 1, "call_method": 2, "const_load": 2}, setup="p = Child()", scope=classes)
    op("make_function", "def f(): pass", {STORE: 1})
    op("make_closure", "def f(): return x", {STORE: 1}, setup="x = 1")
    op("builtin_call", "z = f(x)", PAIR, setup="f = abs\nx = -5")
    op("len_call", "z = len(x)", {**KEEP, "builtin_load": 1}, setup="x = [1]")
    op("range_call", "z = range(x)", {**KEEP, "builtin_load": 1}, setup="x = 1000")
    op("min_item", "z = min(x)", setup="x = list(range(1000, 0, -1))", per=1000.0, copies=4)
    op("sum_item", "z = sum(x)", setup="x = list(range(1000))", per=1000.0, copies=4)
    op("lambda_key_call", "z = list(map(k, x))", {LOAD: 1}, setup="x = list(range(1000))\nk = lambda v: v", per=1000.0, copies=2, each=True)

    # Exceptions.
    op("try_enter", "try: pass\nexcept ValueError: pass")
    op("raise_catch", "try: raise ValueError\nexcept ValueError: pass", {"builtin_load": 2}, copies=10)
    op(
        "unwind_frame",
        "try: f()\nexcept ValueError: pass",
        {LOAD: 1, "call_function": 1, "raise_catch": 1, "builtin_load": 2},
        setup="f = thrower",
        scope="def thrower(): raise ValueError",
        copies=10,
    )

    # Generators.
    generators = "def count(n):\n    i = 0\n    while i < n:\n        yield i\n        i += 1\ndef empty():\n    if False: yield\n"
    op("generator_new", "z = f()", KEEP, setup="f = empty", scope=generators)
    turn = {STORE: 2, LOAD: 4, "const_load": 1, "int_compare": 1, "branch": 1, "int_add": 1, "int_box": 0.75, "jump_back": 1}
    op("generator_turn", "for i in f(n): pass", turn, setup="f = count\nn = 1000", scope=generators, per=1000.0, copies=1, each=True)
    op(
        "generator_resume",
        "g = f(1000)\nfor i in span: next(g)",
        {**turn, LOAD: 5, "builtin_load": 1, "range_turn": 1},
        setup="f = count\nspan = range(1000)",
        scope=generators,
        per=1000.0,
        copies=1,
        each=True,
    )

    # Output: as to a pipe or a file, which is block-buffered.
    sink = "import sys\nprior, sys.stdout = sys.stdout, open('/dev/null', 'w')\nx = 'a'\nw = 'a' * 10000"
    back = "sys.stdout.close()\nsys.stdout = prior"
    op("print_call", "print(x)", {LOAD: 1, "builtin_load": 1}, setup=sink, tail=back, copies=10)
    op("print_arg", "print(x, x, x, x, x)", {LOAD: 5, "builtin_load": 1, "print_call": 1}, setup=sink, tail=back, copies=10, per=4.0)
    op("print_byte", "print(w)", {LOAD: 1, "builtin_load": 1, "print_call": 1}, setup=sink, tail=back, copies=4, per=10000.0)
    op("write_syscall", "write(fd, b'x')", setup="import os\nwrite = os.write\nfd = os.open('/dev/null', os.O_WRONLY)", tail="os.close(fd)", copies=10)

    # Modules.
    op("time_call", "z = f()", KEEP, setup="import time\nf = time.time")
    op("perf_counter_call", "z = f()", KEEP, setup="import time\nf = time.perf_counter")
    op("random_call", "z = f()", KEEP, setup="import random\nf = random.random")
    op("randint_call", "z = f(1, 6)", {**KEEP, "const_load": 2}, setup="import random\nf = random.randint", copies=10)
    op("sqrt_call", "z = f(x)", PAIR, setup="import math\nf = math.sqrt\nx = 2.5")
    op("current_thread_call", "z = f()", KEEP, setup="import threading\nf = threading.current_thread")
    op("lock_acquire_release", "k.acquire()\nk.release()", {LOAD: 2}, setup="import threading\nk = threading.Lock()")
    op("lock_with", "with k: pass", {LOAD: 1}, setup="import threading\nk = threading.Lock()")
    op("pickle_item", "z = f(x)", setup="import pickle\nf = pickle.dumps\nx = list(range(1000, 2000))", per=1000.0, copies=2)
    op("unpickle_item", "z = f(x)", setup="import pickle\nf = pickle.loads\nx = pickle.dumps(list(range(1000, 2000)))", per=1000.0, copies=2)
    # A name is looked up when it is written and again when it is read.
    functions = "import multiprocessing.pool as p, os.path, pickle\nx = [os.path.join, os.path.split, os.path.isfile, p.mapstar, p.starmapstar, p.worker]\n"
    op("pickle_global", "z = f(g(x))", setup=functions + "f = pickle.loads\ng = pickle.dumps", per=12.0, copies=10)
    op("pickle_byte", "z = f(x)", setup="import pickle\nf = pickle.dumps\nx = b'x' * 1000000", per=1e6, copies=1)
    return ops


def resolve(ops):
    """Subtracts from each statement what else is in it."""
    by_name = {op.name: op for op in ops}
    done = {}
    loop = quick_median(by_name["range_turn"].samples) / 1000.0

    def net(name):
        if name not in done:
            op = by_name[name]
            gross = quick_median(op.samples) - loop / op.copies
            rest = sum(count * net(other) for other, count in op.less.items())
            value = gross / op.per - rest if op.each else (gross - rest) / op.per
            # What is cheaper than its parts (the processor overlaps them) costs next to nothing of its own.
            done[name] = max(value, 0.001)
        return done[name]

    return {op.name: net(op.name) for op in ops}


# -- the same operations among others -----------------------------------------------------------------

# In a program the processor overlaps neighbours, and the interpreter fuses common pairs, which a statement
# repeated forty times shows less of. Ordinary loops, with their operations counted by hand, say how much.
MIXES = """
def counting(n):
    i = 0
    while i < n:
        i += 1

def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)

def totals(n):
    items = [3] * n
    total = 0
    for i in range(n):
        total += items[i]

def filling(n):
    items = []
    for i in range(n):
        if i % 3 == 0:
            items.append(i * 2)

def floating(n):
    x = 1.5
    for i in range(n):
        x = x * 0.5 + 1.25

class Counter:
    def __init__(self):
        self.value = 0
    def bump(self, by):
        self.value += by

def objects(n):
    counter = Counter()
    for i in range(n):
        counter.bump(i)

def words(n):
    seen = {}
    for i in range(n):
        seen['a'] = seen['a'] + 1 if 'a' in seen else 0
"""

MIX_COUNTS = {
    # name: (argument, things, operations per thing)
    "counting": (
        2000,
        2000,
        {LOAD: 3, STORE: 1, "const_load": 1, "int_compare": 1, "branch": 1, "int_add": 1, "int_box": 0.87, "jump_back": 1},
    ),
    # Half of the calls return at once.
    "fib": (
        12,
        465,
        {LOAD: 2, "const_load": 2, "int_compare": 1, "branch": 1, "global_load": 1, "int_sub": 1, "call_function": 1, "call_arg": 1, "int_add": 0.5},
    ),
    "totals": (2000, 2000, {"range_turn": 1, LOAD: 3, STORE: 2, "list_index": 1, "int_add": 1, "int_box": 0.96}),
    "filling": (
        3000,
        3000,
        {
            "range_turn": 1, LOAD: 1.67, STORE: 1, "const_load": 2.33, "int_mod": 1, "int_compare": 1, "branch": 1,
            "list_append": 0.33, "int_mul": 0.33, "int_box": 0.31,
        },
    ),
    "floating": (2000, 2000, {"range_turn": 1, LOAD: 1, STORE: 2, "const_load": 2, "float_mul": 1, "float_add": 1}),
    "objects": (
        2000,
        2000,
        {"range_turn": 1, LOAD: 4, STORE: 1, "call_method": 1, "call_arg": 1, "const_load": 1, "attr_load": 1, "attr_store": 1, "int_add": 1, "int_box": 1},
    ),
    "words": (
        2000,
        2000,
        {
            "range_turn": 1, LOAD: 3, STORE: 1, "const_load": 4, "dict_contains": 1, "branch": 1, "dict_get": 1,
            "dict_set": 1, "int_add": 1, "int_box": 0.87,
        },
    ),
}


class Mix:
    """One of the loops, sampled in the same rounds as the statements."""

    def __init__(self, name, function):
        self.name = name
        self.function = function
        self.samples = []

    def sample(self):
        argument = MIX_COUNTS[self.name][0]
        for _ in range(8):
            begin = time.thread_time_ns()
            self.function(argument)
            self.samples.append(time.thread_time_ns() - begin)


def mixes():
    names = {"__name__": "calibrated"}
    exec(compile(MIXES, "<mixes>", "exec"), names)
    return [Mix(name, names[name]) for name in MIX_COUNTS]


def mix_factor(net, sampled):
    """The middle of measured over summed, over the mixes; says each on stderr."""
    ratios = []
    for mix in sampled:
        name, (_, things, counts) = mix.name, MIX_COUNTS[mix.name]
        measured = quick_median(mix.samples) / things
        summed = sum(count * net[other] for other, count in counts.items())
        ratios.append(measured / summed)
        print(f"mix {name}: measured {measured:.1f} ns, sum of operations {summed:.1f} ns", file=sys.stderr)
    return statistics.median(ratios)


# -- what takes more than one thread ------------------------------------------------------------------


def cores():
    """Two cores to put threads on; the same one twice where there is no other."""
    allowed = sorted(os.sched_getaffinity(0))
    return allowed[0], allowed[-1]


def pin(core):
    os.sched_setaffinity(0, {core})


def run_delay():
    """For how long this process's threads have waited for a core so far: the mark of a busy machine."""
    total = 0
    for task in os.listdir("/proc/self/task"):
        with open(f"/proc/self/task/{task}/schedstat", encoding="ascii") as figures:
            total += int(figures.read().split()[1])
    return total


def calm_median(bursts):
    """Of bursts `(delay, value)`: the median value of the calmest quarter."""
    calm = sorted(bursts)[: max(1, len(bursts) // 4)]
    return statistics.median(value for _, value in calm)


def thread_costs():
    """What a thread is besides its Python: `_thread.start_new_thread`, on one core and beside an idle one."""
    def one(allowed):
        calls, begins, ends = [], [], []
        clock = time.perf_counter_ns
        os.sched_setaffinity(0, allowed)
        for _ in range(600):
            lock = _thread.allocate_lock()
            lock.acquire()

            def child():
                begins.append(clock() - start)
                lock.release()

            start = clock()
            _thread.start_new_thread(child, ())
            calls.append(clock() - start)
            lock.acquire()
            ends.append(clock() - start)
            if len(allowed) > 1:
                time.sleep(0.0002)
        return quick_median(calls), quick_median(begins), quick_median(ends)

    def whole():
        both = []
        for _ in range(400):
            start = time.perf_counter_ns()
            thread = threading.Thread(target=int)
            thread.start()
            thread.join()
            both.append(time.perf_counter_ns() - start)
        return quick_median(both)

    def batch(count):
        """CPU time of so many threads that are alive at once, all waiting."""
        gates = [_thread.allocate_lock() for _ in range(count)]
        end, left = _thread.allocate_lock(), [count]
        for gate in gates + [end]:
            gate.acquire()

        def child(gate):
            gate.acquire()
            left[0] -= 1
            if not left[0]:
                end.release()

        begin = time.process_time_ns()
        for gate in gates:
            _thread.start_new_thread(child, (gate,))
        time.sleep(0.002)
        for gate in gates:
            gate.release()
        end.acquire()
        time.sleep(0.002)
        return time.process_time_ns() - begin

    def stack():
        fifty, ten, four, two = (quick_median([batch(count) for _ in range(60)]) for count in (50, 10, 4, 2))
        return (fifty - ten) / 40 - (four - two) / 2

    before = os.sched_getaffinity(0)
    call, begin, end = one({cores()[0]})
    fresh = stack()
    both = whole()
    _, apart, _ = one(before)
    os.sched_setaffinity(0, before)
    switch = SWITCH["nanos"]
    return {
        "thread_create": (call, "`_thread.start_new_thread(child, ())`, on one core"),
        "thread_begin": (max(apart - call, 0), "from that call's start to the child's first instruction with a core idle, less `thread_create`"),
        "thread_boot": (max(begin - call - switch, 0), "the same on one core, less `thread_create` and a `context_switch`"),
        "thread_end": (
            max(end - begin - 3 * switch, 0),
            "from the child's first instruction until the parent has got the lock that it releases, on one core, less 3 `context_switch`",
        ),
        "thread_stack": (
            max(fresh, 0),
            "CPU time of a thread when 50 instead of 10 are alive at once, less that when 4 instead of 2 are: a stack that is not one of those glibc keeps",
        ),
        "thread_start_join": (both, "construct, start and join a thread with nothing to do, on one core, wall"),
    }


def sleep_costs():
    call, late = [], []
    for _ in range(300):
        begin = time.perf_counter_ns()
        time.sleep(0)
        call.append(time.perf_counter_ns() - begin)
    for _ in range(150):
        begin = time.perf_counter_ns()
        time.sleep(0.001)
        late.append(time.perf_counter_ns() - begin - 1_000_000)
    return {
        "sleep_call": (quick_median(call), "`time.sleep(0)`"),
        "sleep_late": (quick_median(late), "`time.sleep(0.001)` beyond one millisecond"),
    }


def gil_handover():
    """Two busy threads, each on a core of its own, note the time at every turn; a gap where the owner changes is a hand-over."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(0.0005)
    notes = []
    go = threading.Barrier(2)

    def busy(own):
        pin(cores()[own])
        clock, note = time.perf_counter_ns, notes.append
        go.wait()
        for _ in range(250_000):
            note((own, clock()))

    threads = [threading.Thread(target=busy, args=(own,)) for own in (0, 1)]
    gc.disable()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    gc.enable()
    sys.setswitchinterval(interval)
    # A thread may lose the GIL between reading the clock and noting it, so that its next note is old:
    # the first note of the new owner that is younger than the last of the old one counts.
    turns, gaps, left_at = [], [], None
    for (a, before), (b, after) in zip(notes, notes[1:]):
        if a != b:
            left_at = before
        if left_at is not None:
            if after > left_at:
                gaps.append(after - left_at)
                left_at = None
        else:
            turns.append(after - before)
    if not gaps:
        raise SystemExit("calibrate: the GIL never changed hands; is this a free-threaded build on one core?")
    nanos = quick_median(gaps) - 1.5 * quick_median(turns)
    return {"gil_handover": (nanos, f"gap between the last turn of one busy thread and the first of the other, on two cores, {len(gaps)} switches")}


# What `lock_handovers` found, for the groups after it.
SWITCH = {"nanos": 0.0}


def lock_handovers():
    """Two threads hand a turn to and fro through two locks: on one core, and each on its own."""
    rounds = 120

    def burst(mine, other):
        first, second, end = threading.Lock(), threading.Lock(), threading.Lock()
        for lock in (first, second, end):
            lock.acquire()

        def play():
            pin(other)
            for _ in range(2 * rounds + 1):
                first.acquire()
                second.release()
            end.acquire()

        pin(mine)
        thread = threading.Thread(target=play)
        thread.start()
        first.release()
        second.acquire()
        delay, before, begin = run_delay(), resource.getrusage(resource.RUSAGE_SELF), time.perf_counter_ns()
        cpu = time.process_time_ns()
        for _ in range(rounds):
            first.release()
            second.acquire()
        cpu = time.process_time_ns() - cpu
        wall, after, delay = time.perf_counter_ns() - begin, resource.getrusage(resource.RUSAGE_SELF), run_delay() - delay
        clock, releases = time.perf_counter_ns, []
        for _ in range(rounds):
            begin = clock()
            first.release()
            releases.append(clock() - begin)
            second.acquire()
        end.release()
        thread.join()
        switches = after.ru_nvcsw + after.ru_nivcsw - before.ru_nvcsw - before.ru_nivcsw
        return delay, wall / rounds / 2, switches / rounds / 2, statistics.median(releases), cpu / rounds / 2

    def alone():
        lock = threading.Lock()
        samples = []
        for _ in range(100):
            begin = time.perf_counter_ns()
            for _ in range(rounds):
                lock.acquire()
                lock.release()
            samples.append((time.perf_counter_ns() - begin) / rounds)
        return quick_median(samples)

    before = os.sched_getaffinity(0)
    one, other = cores()
    python = alone()
    # On one core whoever else runs there only adds: the fastest quarter counts.
    together = [burst(one, one) for _ in range(200)]
    switch = quick_median([(wall - python) / switches for _, wall, switches, _, _ in together if switches > 0])
    SWITCH["nanos"] = switch
    apart = [burst(one, other) for _ in range(200)]
    os.sched_setaffinity(0, before)
    handover = calm_median([(delay, wall) for delay, wall, _, _, _ in apart])
    release = calm_median([(delay, release) for delay, _, _, release, _ in apart])
    cpu = calm_median([(delay, cpu) for delay, _, _, _, cpu in apart])
    return {
        "lock_wake_cpu": (
            max(cpu - python - release, 0),
            "CPU time of one way with each thread on a core of its own, less its Python and `lock_release_wake`",
        ),
        "context_switch": (
            switch,
            "one way of a ping-pong of two threads through two locks on one core, less its Python, for each context switch that the system counted",
        ),
        "lock_handover": (handover - python, "the same with each thread on a core of its own, less its Python: the wake-up of an idle core"),
        "lock_release_wake": (release, "`release()` of a lock that a thread on another, idle core waits for"),
    }


def process_costs():
    costs = {}
    for method, times in (("forkserver", 12), ("spawn", 8)):
        context = multiprocessing.get_context(method)
        samples = []
        for _ in range(times):
            begin = time.perf_counter_ns()
            process = context.Process(target=int)
            process.start()
            process.join()
            samples.append(time.perf_counter_ns() - begin)
        costs["process_" + method] = (quick_median(samples), f"start and join of a `{method}` process with nothing to do, wall")
        if method == "forkserver":
            costs["process_server"] = (samples[0] - quick_median(samples), "the first of them beyond the others: the server's own start")
    samples = []
    for _ in range(5):
        begin = time.perf_counter_ns()
        subprocess.run([sys.executable, "-c", "from multiprocessing.resource_tracker import main; main(0)"], stdin=subprocess.DEVNULL, check=True)
        samples.append(time.perf_counter_ns() - begin)
    costs["process_tracker"] = (quick_median(samples), "start and end of a resource tracker, wall")
    return costs


def pipe_costs():
    """Writes and reads that do not wait: of one byte, and of as much as a pipe holds."""
    to_read, to_write = os.pipe()
    small, large = [], []
    block = b"x" * 65536
    for _ in range(2000):
        begin = time.perf_counter_ns()
        os.write(to_write, b"x")
        os.read(to_read, 1)
        small.append((time.perf_counter_ns() - begin) / 2)
    for _ in range(500):
        begin = time.perf_counter_ns()
        os.write(to_write, block)
        os.read(to_read, 65536)
        large.append((time.perf_counter_ns() - begin) / 2)
    os.close(to_read)
    os.close(to_write)
    one, other = socket.socketpair()
    both = []
    for _ in range(2000):
        begin = time.perf_counter_ns()
        os.write(one.fileno(), b"x")
        os.read(other.fileno(), 1)
        both.append((time.perf_counter_ns() - begin) / 2)
    call = quick_median(small)
    byte = (quick_median(large) - call) / 65536
    return {
        "pipe_call": (call, "`os.write` or `os.read` of one byte of a pipe, without waiting"),
        "socket_call": (quick_median(both), "`os.write` or `os.read` of one byte of a socket pair, without waiting"),
        "pipe_byte": (max(byte, 0.001), "`os.write` or `os.read` of 64 KiB of a pipe less `pipe_call`, / 65536"),
    }


def fork_costs():
    """What a fork takes of the parent, and how it grows with the heap: page tables are copied."""
    def forks(times):
        samples = []
        for _ in range(times):
            begin = time.perf_counter_ns()
            child = os.fork()
            if child == 0:
                os._exit(0)
            samples.append(time.perf_counter_ns() - begin)
            os.waitpid(child, 0)
        return quick_median(samples)

    small = forks(60)
    heap = bytearray(256 << 20)
    for page in range(0, len(heap), 4096):
        heap[page] = 1
    large = forks(20)
    return {
        "fork_call": (small, "`os.fork()` in the parent"),
        "fork_mebibyte": (max(large - small, 0) / 256, "`os.fork()` with 256 MiB more on the heap, less `fork_call`, / 256"),
    }


def first_line(connection, data):
    at_first = time.process_time_ns()
    begin = time.thread_time_ns()
    pickle.loads(data)
    connection.send((at_first, time.thread_time_ns() - begin))


def fork_child_costs():
    """CPU time of a forked process up to its first line and after its last one, and of reading what is large into fresh memory."""
    context = multiprocessing.get_context("fork")
    data = pickle.dumps(list(range(100_000)))

    def children():
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return (used.ru_utime + used.ru_stime) * 1e9

    boots, ends, reads = [], [], []
    for what, samples in ((pickle.dumps(1), ends), (data, reads)) * 20:
        here, there = context.Pipe(False)
        before = children()
        process = context.Process(target=first_line, args=(there, what))
        process.start()
        at_first, reading = here.recv()
        process.join()
        if samples is ends:
            boots.append(at_first)
            ends.append(children() - before - at_first)
        else:
            reads.append(reading / 100_000)
    return {
        "fork_boot": (quick_median(boots), "`time.process_time()` at the first line of a `fork` process"),
        "fork_end": (quick_median(ends), "CPU time of a `fork` process in all, less that at its first line"),
        "unpickle_large_item": (quick_median(reads), "`pickle.loads` of 100,000 ints in a process that has just been forked, / 100000"),
    }


def private_bytes(connection):
    connection.send(sum(int(line.split()[1]) << 10 for line in open("/proc/self/smaps_rollup") if line.startswith("Private_Dirty")))


def memory():
    """Bytes, not nanoseconds: what a process has for itself that has done nothing yet."""
    sizes = {}
    for method in ("fork", "forkserver", "spawn"):
        context = multiprocessing.get_context(method)
        samples = []
        for _ in range(5):
            here, there = context.Pipe()
            process = context.Process(target=private_bytes, args=(there,))
            process.start()
            samples.append(here.recv())
            process.join()
        sizes["memory_" + method] = (sorted(samples)[2], f"bytes: `Private_Dirty` of a `{method}` process with nothing to do")
    return sizes


def machine():
    name = platform.machine()
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as lines:
            name = next(line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        pass
    return name


def main():
    parser = argparse.ArgumentParser(description="Measure what Python's operations cost here.")
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--only", default="", help="names that contain this; prints them without subtraction")
    options = parser.parse_args()

    ops = [op for op in operations() if options.only in op.name]
    for op in ops:
        op.compile()
    sampled = mixes()
    gc.disable()
    for done in range(options.rounds):
        print(f"\rround {done + 1} of {options.rounds}", end="", file=sys.stderr, flush=True)
        for thing in ops + sampled:
            thing.sample()
        gc.collect()
    gc.enable()
    print(file=sys.stderr)
    if options.only:
        for op in ops:
            print(op.name, round(quick_median(op.samples), 2))
        return

    where = f"CPython {platform.python_version()}, {machine()}, {datetime.date.today().isoformat()}"
    table = {}
    net = resolve(ops)
    factor = mix_factor(net, sampled)
    print(f"mix factor {factor:.3f}", file=sys.stderr)
    for op in ops:
        how = "`" + op.statement.replace("\n", "; ") + "`"
        if op.per != 1.0:
            how += f" / {op.per:g}"
        if op.less:
            how += " less " + ", ".join(f"{count} {other}" if count > 1 else other for other, count in op.less.items())
        nanos = net[op.name]
        if op.name not in ALONE:
            nanos *= factor
            how += f"; times {factor:.3f} for the mix"
        table[op.name] = {"nanos": round(nanos, 3), "source": f"measured: {how}; {where}"}
    for group in (lock_handovers, thread_costs, sleep_costs, gil_handover, process_costs, pipe_costs, fork_costs, fork_child_costs, memory):
        for name, (nanos, how) in group().items():
            table[name] = {"nanos": round(nanos, 1), "source": f"measured: {how}; {where}"}
    json.dump(table, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
