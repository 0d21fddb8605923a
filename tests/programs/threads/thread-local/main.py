"""threading.local: each thread has attributes of its own."""
import threading

data = threading.local()
data.x = "main"
seen = {}


def worker(n):
    seen[n] = [hasattr(data, "x")]
    data.x = n
    data.y = [n]
    seen[n] += [data.x, data.y, sorted(vars(data))]


for n in range(3):
    t = threading.Thread(target=worker, args=(n,))
    t.start()
    t.join()
print(seen, data.x, hasattr(data, "y"), data.__dict__)
del data.x
try:
    data.x
except AttributeError as error:
    print("AttributeError:", error)


class Connection(threading.local):
    number = 0

    def __init__(self, name):
        made.append(name)
        self.name = name
        self.log = []

    def use(self):
        self.number += 1
        self.log.append(self.number)
        return self.name, self.log


made = []
connection = Connection("db")
connection.use()


def user():
    results.append((connection.use(), connection.number))


results = []
for _ in range(2):
    t = threading.Thread(target=user)
    t.start()
    t.join()
print(results, connection.use(), connection.number, made, Connection.number)
