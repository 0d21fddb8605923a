import multiprocessing as mp, signal, time, os
def init():
    signal.signal(signal.SIGINT, signal.SIG_IGN)
def f(x):
    time.sleep(0.05); return x
if __name__ == '__main__':
    pool = mp.Pool(2, init)
    try:
        r = pool.map_async(f, range(4))
        print(r.get(10))
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(1)
    except KeyboardInterrupt:
        print('interrupted, terminating')
        pool.terminate()
    else:
        pool.close()
    pool.join()
    print('done')
