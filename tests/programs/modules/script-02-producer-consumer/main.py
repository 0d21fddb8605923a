"""Tutorial: producer and consumer over a queue, with an event to stop."""
import concurrent.futures
import logging
import queue
import sys
import threading
import time


def producer(pipeline, event):
    number = 0
    while not event.is_set():
        number += 1
        pipeline.put(number)
        time.sleep(0.01)
        if number == 5:
            event.set()
    logging.info("Producer received event. Exiting")


def consumer(pipeline, event):
    total = 0
    while not event.is_set() or not pipeline.empty():
        try:
            total += pipeline.get(timeout=0.1)
        except queue.Empty:
            break
    logging.info("Consumer got %d", total)


if __name__ == "__main__":
    logging.basicConfig(format="%(message)s", level=logging.INFO, stream=sys.stdout)
    pipeline = queue.Queue(maxsize=10)
    event = threading.Event()
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as executor:
        a = executor.submit(producer, pipeline, event)
        a.result()
        executor.submit(consumer, pipeline, event)
