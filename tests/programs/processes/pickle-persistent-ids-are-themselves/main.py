import pickle, io
class P(pickle.Pickler):
    def persistent_id(self, obj): return obj
class U(pickle.Unpickler):
    def persistent_load(self, pid): return pid
for proto in range(6):
    f = io.BytesIO(); 
    try:
        P(f, proto).dump("abc"); print(proto, f.getvalue()); print(U(io.BytesIO(f.getvalue())).load())
    except Exception as e: print(proto, type(e).__name__, e)
