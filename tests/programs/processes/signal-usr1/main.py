import multiprocessing as mp, signal, time, os
count = 0
def on_usr1(signum, frame):
    global count
    count += 1
    print('usr1 number', count)
def work(ready, done):
    signal.signal(signal.SIGUSR1, on_usr1)
    ready.set()
    done.wait()
    print('seen', count)
if __name__ == '__main__':
    ready, done = mp.Event(), mp.Event()
    p = mp.Process(target=work, args=(ready, done))
    p.start()
    ready.wait()
    for _ in range(3):
        os.kill(p.pid, signal.SIGUSR1)
        time.sleep(0.1)
    done.set()
    p.join()
    print(p.exitcode)
