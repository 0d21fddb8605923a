import threading, time, sys
class Account:
    def __init__(self, b): self.balance = b; self.lock = threading.RLock()
    def withdraw(self, n):
        with self.lock:
            if self.balance >= n:
                time.sleep(0.001); self.balance -= n; return True
            return False
    def transfer(self, o, n):
        with self.lock, o.lock:
            if self.withdraw(n): o.balance += n
a, b = Account(100), Account(0)
ts = [threading.Thread(target=a.transfer, args=(b, 10)) for _ in range(15)]
for t in ts: t.start()
for t in ts: t.join()
print(a.balance, b.balance)
# daemon cut in try/finally
def daemon():
    try:
        while True: time.sleep(0.01)
    finally: print("never printed")
threading.Thread(target=daemon, daemon=True).start()
def nd():
    time.sleep(0.05)
    print("non-daemon finished after main", threading.main_thread().is_alive())
threading.Thread(target=nd).start()
import atexit
atexit.register(lambda: print("atexit", threading.active_count()))
threading._register_atexit(lambda: print("thr atexit")) 
class MyErr(Exception):
    def __str__(self): return "multi\nline"
def raiser():
    try:
        int("x")
    except ValueError:
        raise MyErr
t = threading.Thread(target=raiser, name="raiser"); t.start(); t.join()
t = threading.Thread(target=raiser); t.start(); t.join()
old = threading.excepthook
print(old is threading.__excepthook__)
threading.excepthook = lambda a: 1/0
t = threading.Thread(target=raiser, name="hookfail"); t.start(); t.join()
threading.excepthook = old
def se(): raise SystemExit("ignored")
t = threading.Thread(target=se); t.start(); t.join()
def ki(): raise KeyboardInterrupt
t = threading.Thread(target=ki); t.start(); t.join()
print("main ends", flush=True)
raise RuntimeError("main dies")
