"""Tutorial: several workers that log what they do."""
import logging
import sys
import threading
import time

logging.basicConfig(format="%(levelname)s %(threadName)s: %(message)s", level=logging.INFO, stream=sys.stdout)


def thread_function(name):
    logging.info("Thread %s: starting", name)
    time.sleep(0.05 * (name + 1))
    logging.info("Thread %s: finishing", name)


if __name__ == "__main__":
    threads = []
    for index in range(3):
        logging.info("Main    : create and start thread %d.", index)
        x = threading.Thread(target=thread_function, args=(index,), name=f"T{index}")
        threads.append(x)
        x.start()
        time.sleep(0.01)
    for index, thread in enumerate(threads):
        thread.join()
        logging.info("Main    : thread %d done", index)
