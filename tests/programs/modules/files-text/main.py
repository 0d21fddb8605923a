"""Text files: modes, positions, lines, newlines, encodings."""
import io

with open("a.txt", "w") as f:
    print(f.write("line1\nline2\n"), f.name, f.mode, f.closed, f.writable(), f.readable())
print(f.closed, repr(open("a.txt").read()))
with open("a.txt", "a") as f:
    f.write("line3")
    print(f.tell())
for line in open("a.txt"):
    print(repr(line))
with open("a.txt", "r+") as f:
    print(f.readline(), f.tell())
    f.seek(0)
    f.write("LINE")
    f.seek(0, 2)
    f.write("!")
    f.seek(0)
    print(f.read(), f.read())
with open("a.txt", "w+") as f:
    print("x", "y", sep="-", file=f)
    f.writelines(["1\n", "2\n"])
    f.seek(0)
    print(f.readlines(), f.truncate(2))
print(open("a.txt", "rb").read())
with open("u.txt", "w", encoding="utf-8", newline="\r\n") as f:
    f.write("é\n")
print(open("u.txt", "rb").read(), repr(open("u.txt").read()), repr(open("u.txt", newline="").read()))
with open("u.txt", "w", encoding="latin-1") as f:
    f.write("é")
print(open("u.txt", "rb").read(), open("u.txt", errors="replace").read())
try:
    open("u.txt").read()
except UnicodeDecodeError as problem:
    print(problem)
with open("a.txt") as f:
    print(f.read(1), f.read(0), f.read(100) == "-", f.read(5) == "")
