# What the program registers before it uses multiprocessing is called after the children have been waited for.
import atexit
import multiprocessing as mp
import time

atexit.register(lambda: print("atexit of", mp.current_process().name, flush=True))


def late():
    time.sleep(0.1)
    print("the child ends", flush=True)


def ordinary():
    atexit.register(print, "the child's own", flush=True)


if __name__ == "__main__":
    process = mp.Process(target=ordinary)
    process.start()
    process.join()
    mp.Process(target=late).start()
    print("main ends", flush=True)
