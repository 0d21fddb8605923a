"""Binary files."""
with open("b.bin", "wb") as f:
    print(f.write(b"\x00\x01\x02"), f.write(bytearray(b"ab")), f.tell(), f)
with open("b.bin", "rb") as f:
    print(f.read(2), f.read(), f.read(), f.seek(-2, 2), f.read(), f)
    f.seek(0)
    buffer = bytearray(3)
    print(f.readinto(buffer), buffer, f.seekable())
with open("b.bin", "r+b") as f:
    f.seek(1)
    f.write(b"Z")
    f.seek(8)
    f.write(b"end")
print(open("b.bin", "rb").read())
with open("b.bin", "ab") as f:
    f.write(b"\nlast")
print(open("b.bin", "rb").readlines())
with open("b.bin", "xb") if False else open("n.bin", "xb") as f:
    print(f.mode)
try:
    open("b.bin", "wb").write("text")
except TypeError as problem:
    print(problem)
