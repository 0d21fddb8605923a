//! Fuzzing: inputs made from a corpus by chance, and what must never happen with any of them: a panic, a hang, a lot of
//! memory.
//!
//! `cargo xtask fuzz [TARGET] [SECONDS]` runs it for long; a test of the command line runs a little of each target. The
//! inputs follow from a seed, so that what was found is found again. Coverage does not steer it: the corpora are whole
//! programs and the mutations know tokens, which gets further into an interpreter than bytes do.
//!
//! Keeps true: an input is written to `last_input` before it is tried, so that an overflow of the stack, which nobody can
//! catch, still leaves what caused it.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use interleave_python::compile::{Mode, compile_module};
use interleave_python::process::Process;
use interleave_sim::{RunSettings, Simulation, WorkBudget};

/// What can be fuzzed.
pub const TARGETS: [&str; 6] = ["compile", "vm", "re", "json", "format", "codec"];

/// xorshift64*: the same inputs from the same seed everywhere.
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() >> 33).unwrap_or(0) % bound.max(1)
    }

    fn pick<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> Option<&'a T> {
        from.get(self.below(from.len())).copied()
    }
}

/// The texts of a target: its own folder under `tests/fuzz`, and for programs the cases of `tests/programs` too.
///
/// # Errors
/// The folders cannot be read.
pub fn corpus(tests: &Path, target: &str) -> Result<Vec<String>> {
    let mut texts = Vec::new();
    let own = tests.join("fuzz").join(target);
    if own.is_dir() {
        for path in sorted(&own)? {
            texts.push(std::fs::read_to_string(&path).with_context(|| format!("{}", path.display()))?);
        }
    }
    if matches!(target, "compile" | "vm" | "codec") {
        for topic in ["basics", "language", "modules"] {
            for case in sorted(&tests.join("programs").join(topic))? {
                if let Ok(text) = std::fs::read_to_string(case.join("main.py")) {
                    texts.push(text);
                }
            }
        }
    }
    if texts.is_empty() {
        bail!("there is no corpus for {target} under {}", tests.display());
    }
    Ok(texts)
}

fn sorted(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("{}", folder.display()))?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

/// Tries one input of a target; the error is what went wrong.
///
/// # Errors
/// A panic, or a result that contradicts itself.
pub fn attempt(target: &str, chance: &mut Chance, texts: &[String], last_input: Option<&Path>) -> Result<()> {
    let input = input(target, chance, texts);
    if let Some(path) = last_input {
        std::fs::write(path, &input)?;
    }
    let outcome = std::panic::catch_unwind(|| try_input(target, &input));
    match outcome {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => bail!("{error:#}, with this input:\n{input}"),
        Err(_) => bail!("a panic, with this input:\n{input}"),
    }
}

fn input(target: &str, chance: &mut Chance, texts: &[String]) -> String {
    let base = texts.get(chance.below(texts.len())).cloned().unwrap_or_default();
    let other = texts.get(chance.below(texts.len())).cloned().unwrap_or_default();
    match target {
        "compile" => mutated(chance, &base, &other, 8),
        "vm" => mutated(chance, &base, &other, 3),
        _ => mutated(chance, &base, &other, 6),
    }
}

/// Tokens that are put in: what a parser, a compiler or a formatter may stumble over.
const PIECES: [&str; 72] = [
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ":",
    ",",
    ".",
    ";",
    "=",
    "==",
    ":=",
    "->",
    "*",
    "**",
    "@",
    "\n",
    "\n    ",
    "\t",
    " ",
    "\\",
    "'",
    "\"",
    "\"\"\"",
    "f'{",
    "}'",
    "b'",
    "\\x",
    "\\N{",
    "\u{e9}",
    "\u{1f40d}",
    "\0",
    "#",
    "if ",
    "else ",
    "for ",
    " in ",
    "while ",
    "def f():\n",
    "class A:\n",
    "lambda: ",
    "yield ",
    "await ",
    "async ",
    "return ",
    "del ",
    "not ",
    "is ",
    "None",
    "True",
    "0",
    "1",
    "-1",
    "9223372036854775807",
    "1e999",
    "0.0",
    "nan",
    "10**30",
    "x",
    "self",
    "match x:\n case ",
    "try:\n",
    "except ",
    "finally:\n",
    "with a as b:\n",
    "import sys\n",
    "global x\n",
    "?",
    "|",
    "^",
    "%",
];

/// A text with some pieces cut out, doubled, moved, put in, or taken from another text.
fn mutated(chance: &mut Chance, base: &str, other: &str, most: usize) -> String {
    let mut text: Vec<char> = base.chars().take(6000).collect();
    let other: Vec<char> = other.chars().take(6000).collect();
    for _ in 0..chance.below(most) + 1 {
        let at = chance.below(text.len() + 1);
        let length = [1, 2, 5, 20, 200].get(chance.below(5)).copied().unwrap_or(1);
        let end = (at + chance.below(length) + 1).min(text.len());
        match chance.below(8) {
            0 => drop(text.drain(at.min(end)..end)),
            1 => {
                let copy: Vec<char> = text.get(at.min(end)..end).unwrap_or_default().to_vec();
                text.splice(at..at, copy);
            }
            2 | 3 => {
                let from = chance.below(other.len() + 1);
                let piece: Vec<char> = other.iter().skip(from).take(chance.below(length * 4) + 1).copied().collect();
                text.splice(at..at, piece);
            }
            // a whole line moves elsewhere
            4 => {
                let to = chance.below(text.len() + 1);
                let line: Vec<char> = text.iter().skip(at).take_while(|c| **c != '\n').copied().collect();
                text.splice(to..to, line.into_iter().chain(['\n']));
            }
            _ => {
                let piece = chance.pick(&PIECES).unwrap_or_default();
                text.splice(at..at, piece.chars());
            }
        }
    }
    text.into_iter().collect()
}

/// Does with an input what its target does.
///
/// # Errors
/// The result contradicts itself.
pub fn try_input(target: &str, input: &str) -> Result<()> {
    match target {
        "compile" => {
            if let Ok(compiled) = compile_module(input, "main.py", Mode::Module) {
                let again = compile_module(input, "main.py", Mode::Module);
                if again.is_ok_and(|again| format!("{:?}", again.code) != format!("{:?}", compiled.code)) {
                    bail!("the same text compiles to different code");
                }
            }
            Ok(())
        }
        "vm" => run(input),
        "re" => {
            let (pattern, text) = input.split_once('\n').unwrap_or((input, "abc"));
            run(&RE.replace("PATTERN", &literal(pattern)).replace("TEXT", &literal(text)))
        }
        "json" => run(&JSON.replace("TEXT", &literal(input))),
        "format" => {
            let (spec, value) = input.split_once('\n').unwrap_or((input, "1.5"));
            run(&FORMAT.replace("SPEC", &literal(spec)).replace("VALUE", &literal(value)))
        }
        _ => codec(input),
    }
}

const RE: &str = "\
import re
try:
    p = re.compile(PATTERN)
except (re.error, OverflowError, RecursionError) as e:
    print(e)
else:
    t = TEXT
    for m in p.finditer(t):
        assert m.group() == t[m.start():m.end()]
        m.groups(), m.groupdict(), m.lastindex
    p.sub('x', t), p.split(t), p.findall(t), p.fullmatch(t)
";

const JSON: &str = "\
import json
try:
    x = json.loads(TEXT)
except (json.JSONDecodeError, RecursionError, ValueError) as e:
    str(e)
else:
    for indent in (None, 2):
        again = json.dumps(x, indent=indent)
        assert json.dumps(json.loads(again), indent=indent) == again, again
";

const FORMAT: &str = "\
spec, value = SPEC, VALUE
for v in (value, 0, -7, 10**20, 1.5, -0.0, float('inf'), 1e300, 2j, True, None, 'text', b'b', [1]):
    for f in (lambda: format(v, spec), lambda: spec % v, lambda: spec % (v, v), lambda: spec.format(v, v), lambda: ('{:' + spec + '}').format(v)):
        try:
            assert isinstance(f(), (str, bytes))
        except (ValueError, TypeError, OverflowError, KeyError, IndexError, AttributeError, MemoryError):
            pass
";

fn literal(text: &str) -> String {
    let mut out = String::from("'");
    for c in text.chars() {
        match c {
            '\'' | '\\' => out.extend(['\\', c]),
            ' '..='~' => out.push(c),
            c => out.push_str(&format!("\\U{:08x}", u32::from(c))),
        }
    }
    out.push('\'');
    out
}

/// Bounds of a run that is over within a second or so.
fn bounds() -> RunSettings {
    let mut settings = RunSettings::default();
    settings.guest.heap_bytes = 64 << 20;
    settings.guest.instructions = 3_000_000;
    settings.guest.output_bytes = 1 << 20;
    settings.guest.threads = 200;
    settings.kernel.limits.events = 300_000;
    settings
}

/// An assertion of ours that fails in the program fails the attempt.
fn run(source: &str) -> Result<()> {
    let Ok(simulation) = Simulation::new(source, "main.py", &bounds()) else { return Ok(()) };
    let mut simulation = simulation.forward_only();
    let mut errors = String::new();
    loop {
        let progress = simulation.run_until(WorkBudget { instructions: 1_000_000, until_nanos: None });
        for output in simulation.take_output() {
            if output.stderr {
                errors.push_str(&output.text);
            }
        }
        if progress.done {
            break;
        }
    }
    let ours =
        source.starts_with("import re\ntry") || source.starts_with("import json\ntry") || source.starts_with("spec,");
    if ours && errors.contains("Traceback") && !errors.contains("MemoryError") && !errors.contains("RecursionError") {
        bail!("the program failed:\n{errors}");
    }
    let trace = simulation.finish();
    if let Err(fault) = trace.validate() {
        bail!("an illegal trace: {fault:?}");
    }
    Ok(())
}

/// Traces and processes as bytes, with some of them changed: refused or read, never worse.
fn codec(input: &str) -> Result<()> {
    let mut chance = Chance::new(input.len() as u64);
    for byte in input.bytes().take(200) {
        chance.0 = chance.0.wrapping_add(u64::from(byte)).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    }
    let source = "import threading\nt = threading.Thread(target=print, args=('x',))\nt.start(); t.join()\n";
    let Ok(simulation) = Simulation::new(source, "main.py", &bounds()) else { bail!("the sample does not start") };
    let mut simulation = simulation.forward_only();
    while !simulation.run_until(WorkBudget { instructions: 100_000, until_nanos: None }).done {}
    let trace = simulation.finish();
    let mut bytes = interleave_trace::encode(&trace);
    spoil(&mut chance, &mut bytes);
    let limits = interleave_trace::codec::DecodeLimits { inflated_bytes: 16 << 20 };
    if let Ok(read) = interleave_trace::codec::decode(&bytes, limits) {
        let _ = read.validate();
    }
    let _ = interleave_trace::codec::decode(input.as_bytes(), limits);
    let Ok(process) = Process::boot("x = [1, 'a', 2.5, {}]", "main.py", interleave_python::process::Config::default())
    else {
        bail!("the sample does not start");
    };
    let bytes = postcard::to_allocvec(&process).context("a process serialises")?;
    if postcard::from_bytes::<Process>(&bytes).is_err() {
        bail!("a process does not come back from its bytes");
    }
    Ok(())
}

fn spoil(chance: &mut Chance, bytes: &mut Vec<u8>) {
    for _ in 0..chance.below(6) + 1 {
        let at = chance.below(bytes.len() + 1);
        match chance.below(4) {
            0 => bytes.truncate(at),
            1 => bytes.insert(at.min(bytes.len()), chance.next() as u8),
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << chance.below(8);
                }
            }
        }
    }
}
