import os
r, w = os.pipe()
pid = os.fork()
if pid == 0:
    os.close(r)
    os.write(w, b'hello from the child')
    os.close(w)
    os._exit(0)
os.close(w)
print(os.read(r, 5), os.read(r, 100), os.read(r, 100))
os.waitpid(pid, 0)
os.close(r)
for call in (lambda: os.read(r, 1), lambda: os.close(r), lambda: os.write(w, b'x')):
    try:
        call()
    except OSError as exc:
        print(exc)
