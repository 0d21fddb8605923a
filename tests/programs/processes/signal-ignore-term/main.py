import multiprocessing as mp, signal, time
def stubborn():
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    time.sleep(30)
if __name__ == '__main__':
    p = mp.Process(target=stubborn)
    p.start()
    time.sleep(0.3)
    p.terminate()
    p.join(0.5)
    print('alive after terminate', p.is_alive())
    p.kill()
    p.join()
    print(p.exitcode, p.exitcode == -signal.SIGKILL)
