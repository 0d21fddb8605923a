import multiprocessing as mp, signal, time, os
def work():
    try:
        time.sleep(10)
    except KeyboardInterrupt:
        print('child: interrupted')
        raise SystemExit(3)
if __name__ == '__main__':
    p = mp.Process(target=work)
    p.start()
    time.sleep(0.4)
    os.kill(p.pid, signal.SIGINT)
    p.join()
    print(p.exitcode)
