import os, time
r, w = os.pipe()
parent = os.getpid()
pid = os.fork()
if pid == 0:
    child = os.getpid()
    grand = os.fork()
    if grand == 0:
        before = os.getppid() == child
        time.sleep(0.5)
        os.write(w, repr((before, os.getppid() == child)).encode())
        os._exit(0)
    time.sleep(0.2)
    os._exit(0)
os.waitpid(pid, 0)
print(os.read(r, 100))
