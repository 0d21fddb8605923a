import pickle
def outer():
    def inner(): pass
    return inner
def text(exc):
    return str(exc).split(' at 0x')[0] + '...' + str(exc).split('>: ')[-1]
f = lambda: 0
for v in (f, [f]):
    try:
        pickle.dumps(v)
    except pickle.PicklingError as exc:
        print(type(exc), text(exc))
try:
    pickle.dumps(outer())
except AttributeError as exc:
    print(exc)
def renamed(): pass
old = renamed
def renamed(): pass
try:
    pickle.dumps(old)
except pickle.PicklingError as exc:
    print(text(exc))
class Gone: pass
g = Gone()
del Gone
try:
    pickle.dumps(g)
except pickle.PicklingError as exc:
    print(exc)
