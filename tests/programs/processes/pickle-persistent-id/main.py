import pickle, io
class Db:
    def __init__(self, name): self.name = name
dbs = {'main': Db('main')}
class P(pickle.Pickler):
    def persistent_id(self, obj):
        return obj.name if isinstance(obj, Db) else None
class U(pickle.Unpickler):
    def persistent_load(self, pid):
        return dbs[pid]
b = io.BytesIO()
P(b).dump([1, dbs['main'], 'x'])
print(U(io.BytesIO(b.getvalue())).load()[1] is dbs['main'])
try:
    pickle.loads(b.getvalue())
except pickle.UnpicklingError as exc:
    print(exc)
