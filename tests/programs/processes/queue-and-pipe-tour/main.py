import multiprocessing as mp, time
def f(i, q):
    print("start", i); q.put("x" * 100000); print("end", i)
if __name__ == '__main__':
    q = mp.Queue()
    p = mp.Process(target=f, args=(1, q)); p.start()
    p.join(timeout=0.5)
    print("alive:", p.is_alive())     # the feeder still has data
    print(len(q.get())); p.join(); print("alive:", p.is_alive(), p.exitcode)
    q = mp.Queue(3)
    for i in range(3): q.put(i)
    print(q.full(), q.qsize())
    r = []; time.sleep(0.2)
    while not q.empty(): r.append(q.get())
    print(r)
    q.close(); q.join_thread()
    mgr = mp.Manager(); q = mgr.JoinableQueue(); q.put(1); print(q.get()); q.task_done(); q.join(); mgr.shutdown()
    a, b = mp.Pipe()
    a.send({"k": [1, 2, (3, None)]}); print(b.recv())
    b.send_bytes(bytearray(b"raw")); print(a.recv_bytes()); b.send(b"x"); print(a.recv())
    buf = bytearray(10); b.send_bytes(b"abc"); print(a.recv_bytes_into(buf, 2), buf)
    print(a.closed, a.fileno() >= 0, a.poll(0)); 
    with a: pass
    print(a.closed)
    try: b.recv()
    except (EOFError, ConnectionResetError) as e: print(type(e).__name__)
    try: b.send(1)
    except BrokenPipeError as e: print(e)
    try: b.send_bytes("str")
    except TypeError as e: print(e)
    try: b.send_bytes(b"abc", -1)
    except ValueError as e: print(e)
    try: b.send_bytes(b"abc", 5)
    except ValueError as e: print(e)
    try: b.recv_bytes(-1)
    except ValueError as e: print(e)
    e = mp.Event(); print(e.wait(0.01), e.is_set()); e.set(); e.clear(); print(e.is_set())
    b = mp.Barrier(2, timeout=0.05)
    import threading
    try: b.wait()
    except threading.BrokenBarrierError: print("broken", b.broken); b.reset(); print(b.broken, b.n_waiting)
    c = mp.Condition()
    try: c.notify()
    except AssertionError as e: print("AE", e)
    try: c.wait()
    except AssertionError as e: print("AE", e)
    with c: print(c.wait(0.01), c.wait_for(lambda: True), c.wait_for(lambda: False, 0.01))
    s = mp.Semaphore(1); print(s.acquire(False), s.acquire(False), s.get_value()); s.release(); s.release(); print(s.get_value())
    try: mp.Semaphore(-1)
    except ValueError as e: print(e)
    v = mp.Value('c', b'x'); print(v.value); a = mp.Array('d', [1.5, 2]); print(a[:], len(a), list(a), a)
    a[0] = 3; a[1:2] = [7]; print(a[:]); 
    try: a[5]
    except IndexError as e: print(e)
    try: a[0:1] = [1, 2]
    except ValueError as e: print(e)
    with a.get_lock(): print(sum(a))
    from ctypes import c_int, c_bool, Structure, c_double
    x = mp.Value(c_int, 7); print(x.value, x); y = mp.Value(c_bool, False); print(y.value)
    class P(Structure): _fields_ = [('x', c_double), ('y', c_double)]
    arr = mp.Array(P, [(1, 2), (3, 4)]); print([(p.x, p.y) for p in arr])
    z = mp.RawValue('i', 3); print(z); z2 = mp.RawArray('i', [1, 2]); print(z2[:], len(z2))
