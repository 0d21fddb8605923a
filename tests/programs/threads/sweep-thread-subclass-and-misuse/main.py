import threading, time, sys
class Worker(threading.Thread):
    """subclass with result"""
    def __init__(self, n, *args, **kw):
        super().__init__(*args, **kw)
        self.n = n
        self.result = None
    def run(self):
        print(f"[{self.name}] start daemon={self.daemon} alive={self.is_alive()}")
        time.sleep(0.01 * self.n)
        self.result = self.n ** 2
        if self.n == 3:
            raise ValueError("three is bad")
def hook(args):
    print("hook:", args.exc_type.__name__, args.exc_value, args.thread.name, args.exc_traceback is not None)
    print(type(args).__name__, len(args))
threading.excepthook = hook
ws = [Worker(i, name=f"W{i}") for i in range(1, 5)]
for w in ws:
    w.start(); w.join()
print([w.result for w in ws], [w.exitcode if hasattr(w,'exitcode') else None for w in ws])
print(repr(ws[0]).split(", ")[0])
print(repr(threading.Thread(target=print, name="zed", daemon=True)))
t = threading.Thread(target=lambda: None)
print(t.name, t.ident, t.native_id)
t.name = 123
print(t.name, repr(t.name))
t2 = threading.Thread(target=hook)
print(t2.name)
try:
    Worker.__init__
    class Bad(threading.Thread):
        def __init__(self): pass
    Bad().start()
except RuntimeError as e: print(e)
try: Bad().join()
except Exception as e: print(type(e), e)
try: Bad().daemon = True
except Exception as e: print(type(e), e)
try: print(repr(Bad()))
except Exception as e: print(type(e), e)
try: threading.Thread(1)
except Exception as e: print(type(e), e)
try: threading.Thread(target=print, args=5).start()
except Exception as e: print(type(e), e)
time.sleep(0.01)
try: threading.Thread(group=None, target=print, nme="x")
except Exception as e: print(type(e), e)
try: threading.current_thread().join()
except Exception as e: print(type(e), e)
try: threading.main_thread().daemon = True
except Exception as e: print(type(e), e)
t = threading.Thread(target=time.sleep, args=(0.05,))
t.start()
print(t.join(0.01), t.is_alive(), t.join(timeout=-1))
try: t.daemon = True
except Exception as e: print(type(e), e)
try: t.join("x")
except Exception as e: print(type(e), e)
t.join()
import warnings
warnings.simplefilter("error")
for f in (t.isDaemon, t.getName, threading.currentThread, threading.activeCount, lambda: t.setName("x"), lambda: t.setDaemon(True)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(threading.main_thread() is threading.current_thread())
print(threading.get_ident() == threading.main_thread().ident)
print(threading.stack_size(), threading.TIMEOUT_MAX)
try: threading.Lock().acquire(timeout=threading.TIMEOUT_MAX*2)
except Exception as e: print(type(e), e)
try: threading.Lock().acquire(False, 1)
except Exception as e: print(type(e), e)
try: threading.Lock().acquire(True, -5)
except Exception as e: print(type(e), e)
sys.exit(threading.active_count())
