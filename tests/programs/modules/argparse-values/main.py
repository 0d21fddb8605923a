"""Options and positionals of all kinds."""
import argparse


def make():
    p = argparse.ArgumentParser(prog="tool")
    p.add_argument("urls", nargs="+")
    p.add_argument("-w", "--workers", type=int, default=4)
    p.add_argument("-v", "--verbose", action="count", default=0)
    p.add_argument("--mode", choices=["a", "b"], default="a")
    p.add_argument("--flag", action="store_true")
    p.add_argument("--no-check", dest="check", action="store_false")
    p.add_argument("--items", nargs="*")
    p.add_argument("--pair", nargs=2, type=float)
    p.add_argument("--opt", nargs="?", const="C", default="D")
    p.add_argument("--app", action="append")
    p.add_argument("--const", action="store_const", const=42)
    return p


for args in (["u"], ["-w", "3", "u1", "u2"], ["-vvv", "u"], ["u", "--mode", "b", "--flag", "--no-check"], ["--pair", "1", "2", "u"],
             ["u", "--items", "a", "b"], ["u", "--items"], ["--opt", "--", "u"], ["--opt=x", "u"], ["u", "--app", "1", "--app=2"], ["-w3", "u"],
             ["--work", "9", "u"], ["u", "-vw2"], ["--", "-x"], ["u", "--const"]):
    print(args, vars(make().parse_args(args)))
print(make().parse_known_args(["u", "--zzz", "3"]))
n = argparse.ArgumentParser(prog="n")
n.add_argument("a")
n.add_argument("b", nargs="?", default="B")
n.add_argument("c", nargs="*")
n.add_argument("-n", type=int)
for args in (["1"], ["1", "2"], ["1", "2", "3", "4"], ["-5", "x"], ["1", "-n", "-7"]):
    print(n.parse_args(args))
print(argparse.Namespace(a=1, b="x"), argparse.Namespace(a=1) == argparse.Namespace(a=1), "a" in argparse.Namespace(a=1))
print(n.parse_args(["1"], argparse.Namespace(given=True)), n.get_default("b"))
