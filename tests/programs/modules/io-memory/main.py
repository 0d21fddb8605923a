"""StringIO and BytesIO."""
import io

s = io.StringIO("one\ntwo\nthree")
print(s.readline(), s.read(2), s.tell(), list(s), s.getvalue() == "one\ntwo\nthree")
s.seek(0)
s.write("ONE")
print(s.getvalue(), s.truncate(5), repr(s.getvalue()))
print(s.seek(0, 2), s.write("!"), s.getvalue())
with io.StringIO() as t:
    print("printed", 1, file=t)
    text = t.getvalue()
print(repr(text), t.closed)
try:
    t.getvalue()
except ValueError as problem:
    print(problem)
b = io.BytesIO(b"abc")
print(b.read(1), b.read(), b.seek(1), b.read(), b.getvalue(), b.getbuffer()[0])
b.write(b"xyz")
print(b.getvalue(), b.readable(), b.writable(), b.seekable())
for attempt in (lambda: io.StringIO(3), lambda: io.BytesIO("x"), lambda: s.write(b"x"), lambda: b.write("x"), lambda: s.seek(-1),
                lambda: s.seek(1, 1), lambda: b.fileno(), lambda: io.StringIO().fileno()):
    try:
        attempt()
    except (TypeError, ValueError, OSError) as problem:
        print(type(problem).__name__, problem)
w = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
w.write("héllo\n")
print(w.buffer.getvalue(), isinstance(s, io.TextIOBase), isinstance(b, io.BufferedIOBase), isinstance(s, io.IOBase))
r = io.TextIOWrapper(io.BytesIO(b"a\r\nb\n"))
print(r.readlines(), io.SEEK_END, io.DEFAULT_BUFFER_SIZE)
