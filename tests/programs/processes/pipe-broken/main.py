import multiprocessing as mp
import time, os



if __name__ == '__main__':
    a, b = mp.Pipe()
    b.close()
    try:
        a.send(1)
    except BrokenPipeError as exc:
        print(exc)
    try:
        a.recv()
    except (EOFError, ConnectionResetError) as exc:
        print("end")
