//! Programs that ask for too much: each ends in an error that says so, and none in a panic, a hang or the machine's memory.

use interleave_python::process::Process;
use interleave_sim::{Ended, RunSettings, Simulation, WorkBudget};
use interleave_trace::EventKind;

/// How the program ended (`exit N`, or the limit's message) and the last line it wrote.
fn run(source: &str) -> (String, String) {
    let mut settings = RunSettings::default();
    settings.guest.heap_bytes = 64 << 20;
    settings.guest.instructions = 2_000_000;
    settings.guest.output_bytes = 1 << 20;
    let Ok(mut simulation) = Simulation::<Process>::new(source, "main.py", &settings) else {
        return (String::from("refused"), String::new());
    };
    while !simulation.run_until(WorkBudget { instructions: 10_000_000, until_nanos: None }).done {}
    let ended = match simulation.ended() {
        Some(Ended::Exited(status)) => format!("exit {status}"),
        Some(Ended::Limit(limit)) => limit.to_string(),
        other => format!("{other:?}"),
    };
    let trace = simulation.finish();
    let mut last = String::new();
    for event in trace.events.iter() {
        if let EventKind::Output { text, .. } = event.kind {
            last = trace.str(text).trim_end().rsplit('\n').next().unwrap_or_default().to_owned();
        }
    }
    (ended, last)
}

fn all_end_with(wanted: &str, programs: &[&str]) {
    for program in programs {
        let (ended, last) = run(program);
        assert!(last.contains(wanted) || ended.contains(wanted), "{program}\nended: {ended}\nlast line: {last}");
    }
}

#[test]
fn sizes_beyond_the_heap_are_memory_errors() {
    all_end_with(
        "MemoryError",
        &[
            "'a' * 10**12",
            "[0] * 10**10",
            "(0,) * 10**10",
            "b'a' * 10**12",
            "bytearray(10**12)",
            "10**10**10",
            "(-7)**(10**10)",
            "1 << 10**12",
            "'%1000000000d' % 1",
            "'%*s' % (10**9, 'x')",
            "format(1.5, '.1000000000f')",
            "format('x', '1000000000000')",
            "'a'.ljust(10**12)",
            "'a'.center(10**11)",
            "'1'.zfill(10**12)",
            "'\\t'.expandtabs(10**11)",
            "('a'*10**6).replace('a', 'b'*10**6)",
            "list(range(10**12))",
            "set(range(10**10))",
            "sorted(range(10**10))",
            "(5).to_bytes(10**11, 'big')",
            "'a'.translate({97: 'x' * 10**9})",
            "s = 'a'\nwhile True: s += s",
            "l = [1]\nwhile True: l.extend(l)",
            "l = [1] * 1000\nwhile True: l[0:0] = l",
            "import itertools\nlist(itertools.count())",
            "import itertools\nlist(zip(itertools.count(), itertools.count()))",
            "import itertools\nitertools.product(range(10**9), repeat=3)",
            "import random\nrandom.getrandbits(10**11)",
        ],
    );
}

#[test]
fn nesting_without_end_is_a_recursion_error() {
    all_end_with(
        "RecursionError",
        &[
            "def f(): return f()\nf()",
            "import sys\nsys.setrecursionlimit(10**9)\ndef f(): f()\nf()",
            "class A:\n    def __repr__(self): return repr(self)\nrepr(A())",
            "class A:\n    def __eq__(self, o): return self == o\nA() == A()",
            "class A:\n    def __hash__(self): return hash(self)\nhash(A())",
            "class A:\n    def __getattr__(self, n): return getattr(self, n)\nA().x",
            "class A: pass\nA.__call__ = A()\nA()()",
            "l = []\nfor i in range(50000): l = [l]\nrepr(l)",
            "a = []\nb = []\nfor i in range(50000):\n    a = [a]\n    b = [b]\na == b",
            "a = ()\nb = ()\nfor i in range(50000):\n    a = (a,)\n    b = (b,)\na < b",
            "a = ()\nfor i in range(50000): a = (a,)\nhash(a)",
            "a = {}\nfor i in range(50000): a = {1: a}\nrepr(a)",
            "i = iter([1])\nfor k in range(50000): i = map(str, i)\nlist(i)",
            "def g(i):\n    yield from i\ni = iter([1])\nfor k in range(50000): i = g(i)\nlist(i)",
            "def f(n):\n    try:\n        1/0\n    except Exception:\n        f(n + 1)\nf(0)",
        ],
    );
}

#[test]
fn work_without_end_meets_the_limit_of_instructions() {
    all_end_with(
        "instructions",
        &[
            "while True: pass",
            "import itertools\nany(iter(int, 1))",
            "class A:\n    def __getitem__(s, i): return 0\nany(A())",
            "while True:\n    try:\n        raise ValueError\n    except ValueError: pass",
            "def f():\n    while True:\n        try:\n            return 1\n        finally:\n            continue\nf()",
        ],
    );
}

#[test]
fn text_nested_without_end_is_a_syntax_error() {
    all_end_with(
        "SyntaxError",
        &[
            "eval('(' * 1000 + '1' + ')' * 1000)",
            "eval('-' * 100000 + '1')",
            "eval('not ' * 100000 + '1')",
            "eval('1' + '+1' * 100000)",
            "eval('a' + '.b' * 100000)",
            "eval('lambda:' * 100000 + '1')",
            "eval('1 if 1 else ' * 100000 + '1')",
            "eval('[' * 100000)",
            "exec('match 1:\\n case ' + '[' * 10000 + ']' * 10000 + ': pass')",
            "eval('9' * 100000)",
        ],
    );
}

#[test]
fn snapshots_of_a_heap_that_is_written_anew_stay_bounded() {
    let source = "data = [[i] for i in range(200000)]\nwhile True:\n    data = [[a + 1] for [a] in data]\n";
    let mut settings = RunSettings::default();
    settings.guest.instructions = 30_000_000;
    let Ok(mut simulation) = Simulation::<Process>::new(source, "main.py", &settings) else {
        unreachable!("it compiles")
    };
    let mut most = 0;
    while !simulation.run_until(WorkBudget { instructions: 1_000_000, until_nanos: None }).done {
        most = most.max(simulation.snapshot_bytes());
    }
    assert!(most > 20 << 20, "the heap is too small to show anything: {most}");
    assert!(most < 320 << 20, "{most}");
}
