"""wait gives up a reentrant lock however often it is held."""
import threading

c = threading.Condition()
state = []


def waiter():
    with c:
        with c:
            with c:
                state.append("waiting")
                c.wait()
                state.append("woken")
                c.release()
                c.acquire()


t = threading.Thread(target=waiter)
t.start()
while True:
    with c:
        if state == ["waiting"]:
            c.notify_all()
            break
t.join()
print(state, c.acquire(False))
