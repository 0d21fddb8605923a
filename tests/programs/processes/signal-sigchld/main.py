import os, signal, time
def reap(s, f):
    pid, st = os.waitpid(-1, os.WNOHANG)
    print('reaped', pid == child, os.waitstatus_to_exitcode(st))
signal.signal(signal.SIGCHLD, reap)
child = os.fork()
if child == 0:
    time.sleep(0.1); os._exit(5)
time.sleep(0.5)
print('end')
