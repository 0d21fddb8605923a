import multiprocessing as mp
import time, os



if __name__ == '__main__':
    m = mp.Manager()
    l = m.list([1])
    print(l)
    m.shutdown()
    try:
        l.append(2)
    except Exception as exc:
        print(type(exc).__name__ in ("BrokenPipeError", "ConnectionResetError", "EOFError", "FileNotFoundError", "ConnectionRefusedError"))
