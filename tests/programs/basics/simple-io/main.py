"""input, sys.stdin, print to streams."""
import sys

name = input("Name? ")
print(f"\nHello, {name}!")
numbers = [int(part) for part in input().split()]
print(sum(numbers), file=sys.stdout)
print("to standard error", file=sys.stderr)
sys.stdout.write("written\n")
count = sys.stdout.write("abc\n")
print(count)
for line in sys.stdin:
    print(repr(line))
try:
    input()
except EOFError as error:
    print("EOFError:", error)
print("flushed", flush=True)
print(1, 2, sep=", ", end=".\n")
