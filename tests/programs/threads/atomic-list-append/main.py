"""list.append from many threads loses nothing."""
import threading

items = []


def work(k):
    for i in range(2000):
        items.append((k, i))


ts = [threading.Thread(target=work, args=(k,)) for k in range(4)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(len(items), len(set(items)))
for k in range(4):
    mine = [i for j, i in items if j == k]
    assert mine == sorted(mine)
print("in order")
