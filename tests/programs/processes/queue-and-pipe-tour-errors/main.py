import multiprocessing as mp, queue, time, os
def t(fn):
    try: print(fn())
    except BaseException as e: print(type(e).__name__, str(e).split(" at 0x")[0])
def putter(q, n):
    for i in range(n): q.put(i)
def jw(q):
    while True:
        x = q.get()
        q.task_done()
if __name__ == "__main__":
    q = mp.Queue(2); q.put("a"); q.put("b"); t(lambda: q.put("c", timeout=0.1)); t(lambda: q.put_nowait("c")); print(q.full(), q.qsize())
    print(q.get(), q.get(timeout=1)); t(lambda: q.get(timeout=0.05)); t(lambda: q.get_nowait()); t(lambda: q.get(False)); print(q.empty())
    t(lambda: q.join_thread())
    q.close(); t(lambda: q.put(1)); t(lambda: q.get()); q.join_thread(); 
    q = mp.Queue(); q.put(lambda: 1); time.sleep(0.2); q.put(3); print(q.get())
    j = mp.JoinableQueue(); t(j.task_done); p = mp.Process(target=jw, args=(j,), daemon=True); p.start(); putter(j, 5); j.join(); print("joined"); t(j.task_done)
    s = mp.SimpleQueue(); s.put((1, [2])); print(s.empty(), s.get(), s.empty()); t(lambda: s.put(open))
    s.close(); t(lambda: s.get()); t(lambda: s.put(1))
    a, b = mp.Pipe(); a.send({"k": 1}); print(b.poll(), b.recv(), b.poll(0.01)); a.send_bytes(b"hello world", 6, 3); print(b.recv_bytes()); a.send_bytes(b"12345"); t(lambda: b.recv_bytes(3))
    a, b = mp.Pipe(); a.send_bytes(b"12345"); buf = bytearray(3); t(lambda: b.recv_bytes_into(buf)); a.send_bytes(b"xyz"); print(b.recv_bytes_into(buf), buf)
    a.close(); t(lambda: a.send(1)); t(lambda: b.recv()); t(lambda: b.send(1)); print(a.closed, b.readable, b.writable)
    r, w = mp.Pipe(False); t(lambda: r.send(1)); t(lambda: w.recv()); t(lambda: w.poll()); w.send_bytes(b""); print(r.recv_bytes()); w.send(None); print(r.recv())
    t(lambda: w.send_bytes(b"abc", -1)); t(lambda: w.send_bytes(b"abc", 5)); t(lambda: w.send_bytes(b"abc", 1, 9)); t(lambda: w.send(t.__code__))
    print(mp.connection.wait([r], 0.01)); w.close(); print(mp.connection.wait([r]) == [r]); t(r.recv)
