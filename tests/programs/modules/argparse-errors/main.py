"""What a wrong command line prints on stderr, and the exit status."""
import argparse
import sys

sys.stderr = sys.stdout


def positive(text):
    value = int(text)
    if value <= 0:
        raise argparse.ArgumentTypeError(f"{text} is not positive")
    return value


p = argparse.ArgumentParser(prog="tool")
p.add_argument("url")
p.add_argument("-w", "--workers", type=positive)
p.add_argument("--mode", choices=["a", "b"])
p.add_argument("--pair", nargs=2)
p.add_argument("--verbose", action="store_true")
p.add_argument("--version", action="version", version="%(prog)s 1.0")
for args in ([], ["-w", "x", "u"], ["-w", "0", "u"], ["u", "--mode", "z"], ["u", "--bad"], ["--pair", "1"], ["u", "-w"], ["--ver", "u"],
             ["--verbose=1", "u"], ["u", "extra"], ["--version"]):
    try:
        print(p.parse_args(args))
    except SystemExit as problem:
        print("exit", problem.code)
try:
    p.add_argument("--mode")
except argparse.ArgumentError as problem:
    print(problem)
for bad in (lambda: p.add_argument("x", required=True), lambda: p.add_argument("--y", action="nope"), lambda: p.add_argument("--z", type="int")):
    try:
        bad()
    except (TypeError, ValueError) as problem:
        print(type(problem).__name__, problem)
q = argparse.ArgumentParser(prog="q", exit_on_error=False)
q.add_argument("--n", type=int)
try:
    q.parse_args(["--n", "x"])
except argparse.ArgumentError as problem:
    print("raised", problem)
