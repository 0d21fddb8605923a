"""Who is first is open: both orders are legal."""
import threading

log = []


def say(word):
    log.append(word)


a = threading.Thread(target=say, args=("a",))
b = threading.Thread(target=say, args=("b",))
a.start()
b.start()
a.join()
b.join()
print("".join(log))
