import multiprocessing as mp
import time, os

def child(w):
    w.send("only")
    w.close()

if __name__ == '__main__':
    r, w = mp.Pipe(False)
    p = mp.Process(target=child, args=(w,)); p.start()
    w.close()
    print(r.recv())
    try:
        r.recv()
    except EOFError as exc:
        print("EOFError", exc.args)
    p.join()
