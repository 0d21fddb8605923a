"""Types and reprs of locks."""
import _thread
import threading


def show(x):
    text = repr(x).replace(str(threading.get_ident()), "#")
    while "0x" in text:
        start = text.index("0x")
        end = start + 2
        while text[end].isalnum():
            end += 1
        text = text[:start] + "#" + text[end:]
    return text


lock, rlock = threading.Lock(), threading.RLock()
print(show(lock), show(rlock))
with lock, rlock:
    rlock.acquire()
    print(show(lock), show(rlock))
    rlock.release()
print(type(lock).__name__, type(rlock).__name__)
print(isinstance(lock, _thread.LockType), type(lock) is _thread.LockType)
print(lock == threading.Lock(), lock == lock, hash(lock) == hash(lock))
print(show(threading.Condition(lock)), show(threading.Condition()))
print(show(threading.Semaphore(3)), show(threading.BoundedSemaphore(3)))
print(show(threading.Event()), show(threading.Barrier(2)))
