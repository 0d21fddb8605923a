import multiprocessing as mp
import time, os



if __name__ == '__main__':
    q = mp.Queue()
    other = mp.Queue()
    import pickle
    for thing in (q, mp.Lock(), mp.Value("i"), mp.SimpleQueue(), mp.Event(), mp.Semaphore()):
        try:
            pickle.dumps(thing)
        except RuntimeError as exc:
            print("RuntimeError:", exc)
