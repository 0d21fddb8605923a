import os, signal, time
def handler(signum, frame):
    print('parent got', signum)
signal.signal(signal.SIGUSR2, handler)
pid = os.fork()
if pid == 0:
    time.sleep(0.2)
    os.kill(os.getppid(), signal.SIGUSR2)
    os._exit(0)
print(os.waitpid(pid, 0)[1])
time.sleep(0.1)
print('end')
