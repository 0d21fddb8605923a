import multiprocessing as mp
import time, os



if __name__ == '__main__':
    q = mp.Queue()
    q.put(1)
    print(q.get())
    q.close()
    for call in (lambda: q.put(1), q.get):
        try:
            call()
        except (ValueError, OSError) as exc:
            print(type(exc).__name__, str(exc).split(" <")[0], str(exc).split("> ")[-1] if ">" in str(exc) else "")
    q.join_thread()
    print("joined")
    r = mp.Queue()
    try:
        r.join_thread()
    except AssertionError as exc:
        print("AssertionError")
