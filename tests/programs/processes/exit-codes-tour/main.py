import multiprocessing as mp, signal, time, os, sys
def sleeper(): time.sleep(100)
def stubborn(ready):
    signal.signal(signal.SIGTERM, signal.SIG_IGN); ready.set(); time.sleep(100)
def graceful(ready):
    def h(s, f):
        print("cleaning"); sys.exit(5)
    signal.signal(signal.SIGTERM, h); ready.set()
    while True: time.sleep(1)
def fin():
    try: time.sleep(0.01)
    finally: print("finally")
def kbd(): raise KeyboardInterrupt
def exit_str(): sys.exit("message to stderr")
def exit_none(): sys.exit()
def exit_true(): sys.exit(True)
def exit_big(): sys.exit(300)
def segv(): os.kill(os.getpid(), signal.SIGSEGV)
def quit_(): quit(6)
def exc(): raise Exception("x" * 10)
def rec(): rec()
def assert_(): assert 1 == 2, "no"
if __name__ == "__main__":
    for t in (fin, exit_str, exit_none, exit_true, exit_big, segv, quit_, exc, assert_, kbd):
        p = mp.Process(target=t); p.start(); p.join(); print(t.__name__, p.exitcode, p)  if False else print(t.__name__, p.exitcode)
    p = mp.Process(target=sleeper); p.start(); p.join(0.05); print(p.is_alive(), p.exitcode)
    p.terminate(); p.join(); print(p.exitcode, p.is_alive(), str(p).split("pid")[0], str(p).split("stopped")[1])
    e = mp.Event(); p = mp.Process(target=stubborn, args=(e,)); p.start(); e.wait(); p.terminate(); p.join(0.1); print(p.is_alive()); p.kill(); p.join(); print(p.exitcode == -signal.SIGKILL)
    e = mp.Event(); p = mp.Process(target=graceful, args=(e,)); p.start(); e.wait(); p.terminate(); p.join(); print(p.exitcode)
    p = mp.Process(target=sleeper); p.start()
    try: p.close()
    except ValueError as e: print(e)
    p.kill(); p.join(); p.close()
    d = mp.Process(target=sleeper, daemon=True); d.start(); print(d.daemon, mp.active_children() == [d])
    try: mp.Process(target=sleeper, args=(1)).start()
    except TypeError as e: print(e)
    try: mp.Process("group")
    except AssertionError as e: print(e)
    try: mp.Process(target=sleeper, daemon="yes", foo=1)
    except TypeError as e: print(e)
    q = mp.Process(target=fin)
    try: q.join()
    except AssertionError as e: print(e)
    q.start()
    try: q.start()
    except AssertionError as e: print(e)
    q.join()
    raise RuntimeError("main dies")
