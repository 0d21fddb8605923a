"""Help texts: usage that is wrapped, groups, defaults, raw descriptions."""
import argparse
import os

os.environ["COLUMNS"] = "80"
p = argparse.ArgumentParser(prog="tool", description="Does a thing with a rather long description that has to be wrapped because it is longer.",
                            epilog="The end.")
p.add_argument("urls", nargs="+", help="what to fetch")
p.add_argument("-w", "--workers", type=int, default=4, metavar="N", help="how many threads (default: %(default)s)")
p.add_argument("-v", "--verbose", action="count", default=0)
p.add_argument("--mode", choices=["fast", "slow"], default="fast", help="a mode")
p.add_argument("--an-option-with-a-long-name", help="help that begins on a line of its own and is long enough to be wrapped there")
p.add_argument("--items", nargs="*", help="any number, 100%% of them")
p.add_argument("--hidden", help=argparse.SUPPRESS)
print(p.format_help())
print(p.format_usage())
m = argparse.ArgumentParser(prog="m", formatter_class=argparse.ArgumentDefaultsHelpFormatter)
g = m.add_mutually_exclusive_group(required=True)
g.add_argument("--x", action="store_true")
g.add_argument("--y", type=int, default=2, help="why")
special = m.add_argument_group("special", "special things")
special.add_argument("--z", action=argparse.BooleanOptionalAction, default=True, help="zed")
print(m.format_help())
r = argparse.ArgumentParser(prog="r", formatter_class=argparse.RawDescriptionHelpFormatter, description="one\n  two\n    three", add_help=False, usage="%(prog)s [things]")
print(r.format_help())
