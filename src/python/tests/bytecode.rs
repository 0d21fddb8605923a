//! Bytecode of representative programs, as text; and what every compiled program must satisfy.

#![expect(clippy::panic, reason = "a helper outside the test functions fails the test that called it")]

use interleave_python::compile::{Compiled, Mode, compile_module, imported_modules, verify};
use interleave_python::syntax::DiagnosticKind;

fn compiled(source: &str) -> Compiled {
    let compiled =
        compile_module(source, "<test>", Mode::Module).unwrap_or_else(|problems| panic!("{source}: {problems:?}"));
    verify(&compiled.code).unwrap_or_else(|fault| panic!("{source}: {fault}\n{}", compiled.code));
    compiled
}

macro_rules! bytecode {
    ($($name:ident: $source:expr;)+) => {
        $(#[test]
        fn $name() {
            let code = compiled($source).code;
            insta::assert_snapshot!(stringify!($name), code.to_string());
        })+
    };
}

bytecode! {
    global_counter: "counter = 0\ndef work():\n    global counter\n    for _ in range(10):\n        counter += 1\n";
    while_with_else: "i = 0\nwhile i < 10:\n    if i == 5:\n        break\n    i += 1\nelse:\n    i = -1\n";
    while_true: "def f():\n    while True:\n        if g():\n            return 1\n";
    short_circuits: "def f(a, b, c):\n    if a and (b or not c):\n        return a or b\n    return 1 < a <= 3\n";
    comparisons_fused: "def f(a, b):\n    while a is not None and a != b and a > 3 and a in (1, 2):\n        a -= 1\n";
    calls: "def f(a, *b, c=1, **d):\n    g(a, 1, k=2)\n    a.m(1)\n    a.m(*b, 2, **d, z=1)\n";
    closures: "def f(x):\n    y = 1\n    def g():\n        nonlocal y\n        y = x + y\n        return y\n    return g\n";
    class_with_super: "class A(B, k=1):\n    '''doc'''\n    n: int = 0\n    def __init__(self):\n        super().__init__()\n        self.__p = 1\n";
    decorated: "@a\n@b(1)\ndef f(): pass\n@c\nclass C: pass\n";
    try_except_finally: "def f():\n    try:\n        g()\n    except (A, B) as e:\n        h(e)\n    except C:\n        raise\n    else:\n        k()\n    finally:\n        z()\n";
    return_through_finally: "def f(x):\n    for i in x:\n        try:\n            if i:\n                return i\n            continue\n        finally:\n            g()\n";
    except_group: "try:\n    f()\nexcept* A as e:\n    g(e)\nexcept* B:\n    pass\n";
    with_lock: "def f(lock):\n    with lock:\n        return 1\n";
    with_two: "with a() as x, b() as (y, z):\n    c()\n";
    generator: "def f(n):\n    x = yield n\n    yield from g(x)\n    return 1\n";
    coroutine: "async def f(a):\n    async with a as b:\n        async for c in b:\n            await c\n    return [x async for x in b if await x]\n";
    comprehensions: "def f(n):\n    return [i * n for i in range(n) if i for j in i], {k: v for k, v in n}, {x for x in n}, (y for y in n)\n";
    walrus_in_comprehension: "def f(xs):\n    if any((last := x) > 3 for x in xs):\n        return last\n";
    unpacking: "def f(t):\n    a, (b, *c), d = t\n    a, d = d, a\n    x = y = t\n    return [*a, 1, *b], (*c, 2)\n";
    augmented: "def f(o, i, n):\n    o.a += 1\n    o[i] *= n\n    n <<= 2\n    return n\n";
    f_strings: "def f(x, w):\n    return f'{x}', f'a{x!r:>{w}}b{x=}' 'c'\n";
    deletes: "def f(o):\n    x = 1\n    del x, o.a, o[0]\n    return x\n";
    slices: "def f(a):\n    return a[1:], a[:-1:2], a[1, ::2]\n";
    match_statement: "match p:\n    case [1, x, *rest] if x: a(x)\n    case {'k': v, **more}: b(v)\n    case Point(0, y=q) | [q]: c(q)\n    case None | 'n': d()\n    case _: e()\n";
    imports: "import a.b, c.d as e\nfrom . import f\nfrom ..g import h as i\nfrom j import *\n";
    annotations: "x: int = 1\ny: 'T'\ndef f(a: int, *b: str, c: T = 1) -> None: pass\n";
    type_parameters: "def f[T](x: T) -> T: return x\ntype A[K] = dict[K, int]\nclass C[T]: pass\n";
    definite_assignment: "def f(c):\n    if c:\n        x = 1\n    else:\n        x = 2\n    if c:\n        y = x\n    return x, y, y\n";
}

#[test]
fn long_programs_fit() {
    let sum = vec!["1.5"; 1500].join(" + x + ");
    for source in [
        format!("def f(x):\n    return {sum}\n"),
        format!("x = [{}]\n", "f(a), ".repeat(1000)),
        format!("x = [{}]\n", "1, ".repeat(1000)),
        format!("x = {{{}}}\n", "a: b, ".repeat(1000)),
        format!("f({}, k=1)\n", vec!["a"; 300].join(", ")),
        format!("f({})\n", (0..300).map(|n| format!("k{n}=1")).collect::<Vec<_>>().join(", ")),
        format!("x = {}1{}\n", "(".repeat(199), ")".repeat(199)),
        format!("x = f'{}'\n", "a{b}".repeat(400)),
        format!("{}\n", (0..60).map(|n| format!("if a{n}:\n{}", " ".repeat(n + 1))).collect::<String>() + "pass"),
    ] {
        // Chains beyond the bound are refused with a message; nothing may overflow.
        match compile_module(&source, "<test>", Mode::Module) {
            Ok(compiled) => verify(&compiled.code).unwrap_or_else(|fault| panic!("{fault}")),
            Err(problems) => assert!(matches!(problems[0].kind, DiagnosticKind::Unsupported { .. }), "{problems:?}"),
        }
    }
}

#[test]
fn deep_programs_are_refused_with_a_message() {
    for (source, message) in [
        (format!("x = {}", "(".repeat(100_000)), "too many nested parentheses"),
        (format!("x = {}1{}", "[".repeat(5000), "]".repeat(5000)), "too many nested parentheses"),
        (format!("x = {}1", "-".repeat(100_000)), "an expression nested this deep is not supported"),
        (format!("x = {}1", "not ".repeat(100_000)), "an expression nested this deep is not supported"),
        (format!("x = a{}", ".b".repeat(100_000)), "an expression nested this deep is not supported"),
        (format!("x = a{}", "()".repeat(100_000)), "an expression nested this deep is not supported"),
        (format!("x = 1{}", "+1".repeat(100_000)), "an expression nested this deep is not supported"),
        (format!("x = {}1", "lambda: ".repeat(100_000)), "an expression nested this deep is not supported"),
        (format!("x = {}1", "1 if 1 else ".repeat(100_000)), "an expression nested this deep is not supported"),
    ] {
        let problems = compile_module(&source, "<test>", Mode::Module).expect_err("too deep");
        assert_eq!(problems[0].message, message);
    }
}

#[test]
fn broken_texts_never_panic() {
    let program = "class A(B):\n    def f(self, x=1, *a):\n        try:\n            return [f'{y!r:>{w}}' for y in a if (z := y)]\n        except E as e:\n            del e.x[0:1]\n        finally:\n            async_ = lambda *, k: {**k}\n    match q:\n        case {'a': [1, *_]}: pass\n";
    // Every prefix, and every text with one character left out or doubled.
    for at in 0..program.len() {
        let (head, tail) = program.split_at(at);
        let _ = compile_module(head, "<test>", Mode::Module);
        for changed in [format!("{head}{}", &tail[1..]), format!("{head}{}{tail}", &tail[..1])] {
            if let Ok(compiled) = compile_module(&changed, "<test>", Mode::Module) {
                verify(&compiled.code).unwrap_or_else(|fault| panic!("{changed}: {fault}"));
            }
        }
    }
}

#[test]
fn imports_are_listed_with_their_places() {
    let compiled = compiled(
        "import threading, os.path as p\ntry:\n    import numpy\nexcept ImportError:\n    pass\ndef f():\n    from . import x\n",
    );
    let found: Vec<_> = imported_modules(&compiled)
        .iter()
        .map(|import| (import.module.as_str(), import.level, import.line, import.column, import.guarded))
        .collect();
    assert_eq!(
        found,
        [("threading", 0, 1, 8, false), ("os.path", 0, 1, 19, false), ("numpy", 0, 3, 12, true), ("", 1, 7, 5, false),]
    );
}
