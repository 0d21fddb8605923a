import os, signal
def h(s, f): print('handler', s)
signal.signal(signal.SIGUSR1, h)
os.kill(os.getpid(), signal.SIGUSR1)
print('after')
signal.signal(signal.SIGINT, lambda s, f: print('int'))
signal.raise_signal(signal.SIGINT)
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    os.kill(os.getpid(), signal.SIGINT)
    for i in range(1000): pass
except KeyboardInterrupt as e:
    print('KeyboardInterrupt', repr(e))
