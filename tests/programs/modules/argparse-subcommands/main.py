"""Subcommands, parents, exclusive groups, defaults by set_defaults."""
import argparse
import os
import sys

os.environ["COLUMNS"] = "80"
sys.stderr = sys.stdout
common = argparse.ArgumentParser(add_help=False)
common.add_argument("--debug", action="store_true", help="more output")
git = argparse.ArgumentParser(prog="git", description="a tool")
sub = git.add_subparsers(dest="command", required=True, help="commands")
add = sub.add_parser("add", help="add files", aliases=["a"], parents=[common])
add.add_argument("files", nargs="*")
commit = sub.add_parser("commit", help="commit it")
commit.add_argument("-m", required=True)
commit.set_defaults(func=lambda args: print("committing", args.m))
print(git.parse_args(["add", "x", "y", "--debug"]))
print(git.parse_args(["a"]))
args = git.parse_args(["commit", "-m", "hi"])
args.func(args)
print(git.format_help())
print(commit.format_help())
print(add.format_usage())
for bad in ([], ["zz"], ["commit"], ["add", "--nope"]):
    try:
        git.parse_args(bad)
    except SystemExit as problem:
        print("exit", problem.code)
p = argparse.ArgumentParser(prog="p")
g = p.add_mutually_exclusive_group()
g.add_argument("--x", action="store_true")
g.add_argument("--y")
print(p.parse_args(["--x"]), p.parse_args(["--y", "1"]))
try:
    p.parse_args(["--x", "--y", "1"])
except SystemExit as problem:
    print("exit", problem.code)
