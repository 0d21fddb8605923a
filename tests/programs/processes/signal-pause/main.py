import os, signal, time
signal.signal(signal.SIGUSR1, lambda s,f: print('got', s))
pid = os.fork()
if pid == 0:
    time.sleep(0.2); os.kill(os.getppid(), signal.SIGUSR1); os._exit(0)
signal.pause()
os.wait()
print('resumed')
