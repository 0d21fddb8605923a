"""The well-known trap: lambdas in a loop share the variable."""
import threading

out = []
gate = threading.Event()
ts = []
for i in range(3):
    t = threading.Thread(target=lambda: (gate.wait(), out.append(i)))
    t.start()
    ts.append(t)
gate.set()
for t in ts:
    t.join()
print(out)
out.clear()
ts = [threading.Thread(target=lambda i=i: out.append(i)) for i in range(3)]
for t in ts:
    t.start()
    t.join()
print(out)
