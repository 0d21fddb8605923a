import os, sys
r, w = os.pipe()
pid = os.fork()
if pid == 0:
    os.close(r)
    with os.fdopen(w, 'w') as f:
        for i in range(3): print("line", i, file=f)
        f.write("é\n"); f.flush()
    os._exit(0)
os.close(w)
f = os.fdopen(r)
print(f.readline(), end="")
for line in f: print(repr(line))
print(repr(f.read()), f.closed, f.readable(), f.writable(), f.fileno() == r)
try: f.write("x")
except OSError as e: print(type(e), e)
f.close()
try: f.read()
except ValueError as e: print(e)
os.waitpid(pid, 0)
r, w = os.pipe()
with os.fdopen(w, 'wb') as f: f.write(b'abc\ndef'); 
with open(r, 'rb') as f: print(f.read(2), f.readline(), f.read())
for bad in (99, r):
    try: os.fdopen(bad)
    except OSError as e: print(e)
out = os.fdopen(1, 'w', closefd=False); out.write("via fd 1\n"); out.flush()
r, w = os.pipe(); os.close(r)
try: os.write(w, b'x')
except BrokenPipeError as e: print(e)
import pickle
for x in (sys.stdout, open(__file__), open(__file__, 'rb')):
    try: pickle.dumps(x)
    except TypeError as e: print(e)
