import os, sys, time, signal
r, w = os.pipe()
pid = os.fork()
if pid == 0:
    os.close(r)
    os.write(w, f"child of {os.getppid() != 1}".encode())
    os.close(w)
    os._exit(7)
os.close(w)
print(os.read(r, 100).decode())
p, status = os.waitpid(pid, 0)
print(p == pid, os.WIFEXITED(status), os.WEXITSTATUS(status), os.waitstatus_to_exitcode(status))
pid = os.fork()
if pid == 0:
    time.sleep(10)
    os._exit(0)
print(os.waitpid(pid, os.WNOHANG))
os.kill(pid, signal.SIGKILL)
p, status = os.wait()
print(os.WIFSIGNALED(status), os.WTERMSIG(status), os.waitstatus_to_exitcode(status), signal.Signals(os.WTERMSIG(status)).name)
try: os.wait()
except ChildProcessError as e: print(e)
try: os.kill(999999, 0)
except ProcessLookupError as e: print(e)
sys.stdout.flush()
pid = os.fork()
if pid == 0:
    try:
        sys.exit(4)
    finally:
        print("finally in child"); sys.stdout.flush()
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
def h(s, f): print("got", signal.Signals(s).name)
signal.signal(signal.SIGUSR1, h)
pid = os.fork()
if pid == 0:
    os.kill(os.getppid(), signal.SIGUSR1); os._exit(0)
os.waitpid(pid, 0)
fds = os.pipe()
n = 0
for i in range(3):
    if os.fork() == 0:
        os.write(fds[1], b"%d" % i); os._exit(i)
codes = sorted(os.waitstatus_to_exitcode(os.wait()[1]) for _ in range(3))
print(codes, sorted(os.read(fds[0], 10)))
with os.fdopen(fds[1], "w") as f: f.write("line\n")
with os.fdopen(fds[0]) as f: print(f.read())
pid = os.fork()
if pid == 0: raise ValueError("in forked child")
print(os.waitpid(pid, 0)[1] >> 8)
