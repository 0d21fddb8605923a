"""A plain lock knows no owner: the second acquire waits for ever, even in the same thread."""
import threading

lock = threading.Lock()
stock = {"apples": 5}


def take(what):
    with lock:
        stock[what] -= 1
        report()


def report():
    with lock:  # the same thread has it already
        print(stock)


print("taking an apple", flush=True)
take("apples")
