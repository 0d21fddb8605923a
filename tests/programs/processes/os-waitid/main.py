import os, sys, time, signal
def child(code, d=0):
    pid = os.fork()
    if pid == 0:
        time.sleep(d); os._exit(code)
    return pid
p = child(7); q, st = os.wait(); print(p == q, st, os.WIFEXITED(st), os.WEXITSTATUS(st), os.waitstatus_to_exitcode(st))
p = child(0, 5); os.kill(p, signal.SIGKILL); q, st = os.waitpid(p, 0); print(os.WIFSIGNALED(st), os.WTERMSIG(st), os.waitstatus_to_exitcode(st), os.WCOREDUMP(st))
try: os.wait()
except ChildProcessError as e: print(e, e.errno)
try: os.waitpid(999999, 0)
except ChildProcessError as e: print(e)
p = child(3, 0.02); print(os.waitpid(p, os.WNOHANG)); 
r = os.waitid(os.P_PID, p, os.WEXITED); print(type(r).__name__, r.si_pid == p, r.si_status, r.si_code == os.CLD_EXITED, r.si_signo == signal.SIGCHLD, r.si_uid == os.getuid())
p = child(4); r = os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT); print(r.si_status); print(os.waitpid(p, 0)[1] >> 8)
p = child(0, 1); print(os.waitid(os.P_PID, p, os.WEXITED | os.WNOHANG)); os.kill(p, 15); r = os.waitid(os.P_PID, p, os.WEXITED); print(r.si_code == os.CLD_KILLED, r.si_status)
try: os.waitid(os.P_ALL, 0, os.WEXITED)
except ChildProcessError as e: print(e)
p = child(1); q, st, ru = os.wait3(0); print(p == q, st >> 8, type(ru).__name__); p = child(2); q, st, ru = os.wait4(p, 0); print(p == q, st >> 8)
print(os.getppid() > 0, os.getpid() > 0, os.getpgrp() > 0)
r, w = os.pipe()
if os.fork() == 0:
    os.close(r); os.write(w, b'hello %d' % (os.getppid() > 0)); os._exit(0)
os.close(w); print(os.read(r, 100), os.read(r, 100)); os.wait()
print('buffered', end=' ')
sys.stdout.flush()
if os.fork() == 0: print('child'); sys.exit(5)
print('parent', os.waitstatus_to_exitcode(os.wait()[1]))
for wrong in ((os.P_ALL, 0, 0), (9, 0, os.WEXITED)):
    try: os.waitid(*wrong)
    except OSError as e: print(type(e).__name__, e)
p = child(6)
print(str(os.waitid(os.P_PID, p, os.WEXITED)).replace(str(p), 'PID').replace(f'si_uid={os.getuid()}', 'si_uid=UID'))
