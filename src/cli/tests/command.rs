//! The command itself: streams, exit statuses, what it writes, what it says about mistakes.

#![expect(clippy::unwrap_used, reason = "a test that cannot set up its files or start the command has failed")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A folder of its own for each test.
struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn write(&self, name: &str, text: &str) -> &Self {
        std::fs::write(self.0.join(name), text).unwrap();
        self
    }

    fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.0.join(name)).unwrap()
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_interleave"))
            .args(arguments)
            .current_dir(&self.0)
            .stdin(Stdio::null())
            .output()
            .unwrap()
    }
}

fn status(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

const TWO_THREADS: &str = "\
import threading, time
def work(n):
    time.sleep(0.01)
    print('worker', n)
threads = [threading.Thread(target=work, args=(n,)) for n in range(2)]
for t in threads: t.start()
for t in threads: t.join()
print('done')
";

#[test]
fn output_and_status_are_the_programs() {
    let place = Place::new("status");
    place.write("p.py", "import sys\nprint('out')\nprint('err', file=sys.stderr)\nsys.exit(int(sys.argv[1]))\n");
    for (argument, expected) in [("0", 0), ("7", 7), ("256", 0), ("-1", 255)] {
        let output = place.run(&["run", "p.py", "--", argument]);
        assert_eq!((status(&output), out(&output), err(&output)), (expected, "out\n".into(), "err\n".into()));
    }
}

#[test]
fn uncaught_exceptions_end_with_1_and_a_traceback() {
    let place = Place::new("uncaught");
    let output = place.write("p.py", "def f():\n    return [][0]\n\nf()\n").run(&["run", "p.py"]);
    assert_eq!((status(&output), out(&output)), (1, String::new()));
    let text = err(&output);
    assert!(
        text.starts_with("Traceback (most recent call last):\n  File \"p.py\", line 4, in <module>\n    f()\n"),
        "{text}"
    );
    assert!(text.ends_with("IndexError: list index out of range\n"), "{text}");
    assert!(!text.contains("_run_main"), "{text}");
}

#[test]
fn syntax_errors_look_like_cpythons() {
    let place = Place::new("syntax");
    let output = place.write("p.py", "print('never')\nx = [\n").run(&["run", "p.py"]);
    assert_eq!((status(&output), out(&output)), (1, String::new()));
    assert_eq!(err(&output), "  File \"p.py\", line 2\n    x = [\n        ^\nSyntaxError: '[' was never closed\n");
}

#[test]
fn a_deadlock_ends_with_3_and_its_report() {
    let place = Place::new("deadlock");
    let program = "import threading\nlock = threading.Lock()\nlock.acquire()\nprint('once')\nlock.acquire()\n";
    let output = place.write("p.py", program).run(&["run", "p.py"]);
    assert_eq!((status(&output), out(&output)), (3, "once\n".into()));
    let text = err(&output);
    assert!(text.contains("deadlock") && text.contains("'lock'") && text.contains("line 5"), "{text}");
}

#[test]
fn the_trace_changes_nothing_of_the_run() {
    let place = Place::new("with-and-without-a-trace");
    place.write("p.py", TWO_THREADS).write("talk.py", "for n in range(5000): print(n)\n");
    // Who asks for no trace gets the same run, though no rows are kept: its output, and its end at the same row.
    for program in ["p.py", "talk.py"] {
        for limit in ["30", "1000000"] {
            let without = place.run(&["run", "--limit-events", limit, program]);
            let with = place.run(&["run", "--limit-events", limit, "--trace", "t.trace", program]);
            assert_eq!(status(&without), status(&with), "{program} {limit}");
            assert_eq!(status(&without), if limit == "30" { 4 } else { 0 }, "{program} {limit}: {}", err(&without));
            assert_eq!((out(&without), err(&without)), (out(&with), err(&with)), "{program} {limit}");
        }
    }
}

#[test]
fn limits_end_with_4_and_say_how_to_raise_them() {
    let place = Place::new("limits");
    place.write("loop.py", "while True: pass\n").write("sleep.py", "import time\nwhile True: time.sleep(1)\n");
    place.write("talk.py", "while True: print('x' * 100000)\n");
    for (arguments, part) in [
        (&["run", "--limit-instructions", "100000", "loop.py"][..], "--limit-instructions"),
        (&["run", "--limit-time", "5", "sleep.py"][..], "virtual time"),
        (&["run", "--limit-output", "1", "talk.py"][..], "--limit-output"),
    ] {
        let output = place.run(arguments);
        assert_eq!(status(&output), 4, "{arguments:?}: {}", err(&output));
        assert!(err(&output).contains(part), "{}", err(&output));
    }
}

#[test]
fn one_process_too_many_is_refused_as_by_the_system() {
    let place = Place::new("processes");
    let program = "import os, time\nfor n in range(9):\n    try:\n        if os.fork() == 0:\n            time.sleep(1)\n            \
                   os._exit(0)\n    except BlockingIOError as error:\n        print(n, error)\n        break\n";
    let output = place.write("p.py", program).run(&["run", "--limit-processes", "4", "p.py"]);
    assert_eq!((status(&output), out(&output)), (0, "3 [Errno 11] Resource temporarily unavailable\n".into()));
}

#[test]
fn until_stops_a_program_that_never_ends() {
    let place = Place::new("until");
    let program = "import time\nn = 0\nwhile True:\n    print(n)\n    n += 1\n    time.sleep(1)\n";
    let output = place.write("p.py", program).run(&["run", "--until", "2.5", "p.py"]);
    assert_eq!((status(&output), out(&output), err(&output)), (0, "0\n1\n2\n".into(), String::new()));
}

#[test]
fn bad_usage_ends_with_2() {
    let place = Place::new("usage");
    place.write("p.py", "print(1)\n").write("bytes.py", "");
    std::fs::write(place.0.join("bytes.py"), [0xff, 0xfe, 0x00]).unwrap();
    for arguments in [
        &[][..],
        &["run"],
        &["run", "missing.py"],
        &["run", "."],
        &["run", "bytes.py"],
        &["run", "--cores", "65", "p.py"],
        &["run", "--profile", "cray-1", "p.py"],
        &["run", "--nonsense", "p.py"],
        &["run", "--replay", "p.py", "p.py"],
        &["run", "--trace", "no/such/folder/t", "p.py"],
    ] {
        let output = place.run(arguments);
        assert_eq!(status(&output), 2, "{arguments:?}");
        assert!(err(&output).starts_with("interleave: "), "{arguments:?}: {}", err(&output));
    }
}

#[test]
fn help_and_version_go_to_standard_output() {
    let place = Place::new("help");
    for arguments in [&["--help"][..], &["run", "--help"], &["-h"], &["help"]] {
        let output = place.run(arguments);
        assert!(status(&output) == 0 && out(&output).contains("Usage: interleave run"), "{arguments:?}");
    }
    assert!(out(&place.run(&["--version"])).starts_with("interleave "));
}

#[test]
fn traces_are_written_in_three_formats_and_replayed() {
    let place = Place::new("traces");
    place.write("p.py", TWO_THREADS);
    for format in ["native", "chrome", "svg"] {
        let output =
            place.run(&["run", "--policy", "random", "--seed", "3", "--trace", format, "--format", format, "p.py"]);
        assert_eq!(status(&output), 0, "{}", err(&output));
    }
    let trace = interleave_trace::decode(&place.read("native"), interleave_trace::DecodeLimits::default()).unwrap();
    assert_eq!(trace.validate(), Ok(()));
    assert!(!trace.schedule.is_empty());
    assert!(place.read("chrome").starts_with(b"{"));
    assert!(place.read("svg").starts_with(b"<svg"));
    let output = place.run(&["run", "--replay", "native", "--seed", "3", "--trace", "again", "p.py"]);
    assert_eq!(status(&output), 0, "{}", err(&output));
    let again = interleave_trace::decode(&place.read("again"), interleave_trace::DecodeLimits::default()).unwrap();
    assert_eq!(again.hash(), trace.hash());
}

#[test]
fn statistics_name_the_threads() {
    let place = Place::new("stats");
    let output = place.write("p.py", TWO_THREADS).run(&["run", "--stats", "p.py"]);
    let text = err(&output);
    for part in ["virtual time", "MainThread", "Thread-1 (work)", "Thread-2 (work)", "Sleeping", "GIL"] {
        assert!(text.to_lowercase().contains(&part.to_lowercase()), "{part}: {text}");
    }
    assert!(out(&output).ends_with("done\n"));
}

#[test]
fn modules_beside_the_program_are_imported() {
    let place = Place::new("siblings");
    place.write("p.py", "import helper\nfrom deep import answer\nprint(helper.double(answer))\n");
    place.write("helper.py", "def double(x):\n    return 2 * x\n").write("deep.py", "import helper\nanswer = 21\n");
    let output = place.run(&["run", "p.py"]);
    assert_eq!((status(&output), out(&output)), (0, "42\n".into()), "{}", err(&output));
}

#[test]
fn nothing_can_be_read_where_there_is_no_input() {
    let place = Place::new("input");
    let output = place.write("p.py", "input('? ')\n").run(&["run", "p.py"]);
    assert_eq!((status(&output), out(&output)), (1, "? ".into()));
    assert!(err(&output).ends_with("EOFError: EOF when reading a line\n"), "{}", err(&output));
}
