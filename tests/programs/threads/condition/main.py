"""A bounded buffer made of a condition."""
import threading

buffer, LIMIT = [], 2
condition = threading.Condition()
received = []


def produce():
    for n in range(6):
        with condition:
            while len(buffer) >= LIMIT:
                condition.wait()
            buffer.append(n)
            condition.notify()


def consume():
    for _ in range(6):
        with condition:
            condition.wait_for(lambda: buffer)
            received.append(buffer.pop(0))
            condition.notify()


threads = [threading.Thread(target=consume), threading.Thread(target=produce)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(received, buffer)
start = threading.Condition(threading.Lock())
with start:
    print(start.wait(timeout=0.01), start.wait_for(lambda: False, timeout=0.01), start.wait_for(lambda: "ready"))
