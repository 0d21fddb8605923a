import multiprocessing as mp, signal, time, os, sys
def handler(signum, frame):
    print('child got', signal.Signals(signum).name)
    sys.exit(7)
def work():
    signal.signal(signal.SIGTERM, handler)
    print('ready')
    while True:
        time.sleep(0.05)
if __name__ == '__main__':
    p = mp.Process(target=work)
    p.start()
    time.sleep(0.5)
    p.terminate()
    p.join()
    print('exit', p.exitcode)
