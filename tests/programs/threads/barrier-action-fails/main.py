"""An action that raises breaks the barrier for everybody."""
import threading

out = []


def action():
    raise ValueError("no")


b = threading.Barrier(3, action=action)


def work():
    try:
        b.wait()
    except Exception as error:
        out.append(type(error).__name__)


ts = [threading.Thread(target=work) for _ in range(3)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(sorted(out), b.broken)
b.reset()
print(b.broken, b.n_waiting)
