import multiprocessing, time, logging
class Worker(multiprocessing.Process):
    def __init__(self, n, q):
        super().__init__(name=f'W{n}', daemon=True); self.n=n; self.q=q; self.result=None
    def run(self):
        self.result = self.n**2; self.q.put((self.name, self.result))
class Bad(multiprocessing.Process):
    def __init__(self): self.x=1
    def run(self): pass
if __name__=='__main__':
    q=multiprocessing.Queue(); ws=[Worker(i,q) for i in range(3)]
    for w in ws: w.start()
    print(sorted(q.get() for _ in ws))
    for w in ws: w.join(); print(w.name, w.result, w.exitcode, w.daemon)
    try: Bad().start()
    except Exception as e: print(type(e).__name__, e)
    log=multiprocessing.get_logger(); print(log.name, log.level)
    multiprocessing.log_to_stderr(logging.WARNING).warning('hey')
    print(multiprocessing.cpu_count()>0, multiprocessing.active_children())
