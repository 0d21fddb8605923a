import multiprocessing as mp, time
def f(ev): ev.wait(); print('go')
def g(c): c.send('x'*10); c.close()
if __name__ == '__main__':
    ev = mp.Event(); p = mp.Process(target=f, args=(ev,)); p.start()
    t = time.time(); p.join(timeout=.3); print(p.is_alive(), p.exitcode, .25 < time.time() - t < 1)
    ev.set(); p.join(); print(p.exitcode)
    a, b = mp.Pipe(); q = mp.Process(target=g, args=(b,)); q.start(); b.close()
    print(mp.connection.wait([a, q.sentinel], timeout=5) != [])
    print(a.recv())
    try: a.recv()
    except EOFError: print('EOF')
    q.join()
    print(mp.active_children(), mp.cpu_count() == len(__import__('os').sched_getaffinity(0)) or True)
