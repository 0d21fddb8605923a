import signal, time
class Timeout(Exception): pass
def handler(signum, frame):
    raise Timeout('too slow')
signal.signal(signal.SIGALRM, handler)
signal.alarm(1)
t=time.time()
try:
    time.sleep(5)
    print('finished')
except Timeout as e:
    print('timeout', e, round(time.time()-t))
signal.alarm(2)
print(signal.alarm(0))
