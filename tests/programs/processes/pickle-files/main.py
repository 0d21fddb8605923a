import pickle, io
buf = io.BytesIO()
for v in ([1, 2], 'text', {'k': (1,)}):
    pickle.dump(v, buf)
buf.seek(0)
for _ in range(3):
    print(pickle.load(buf))
try:
    pickle.load(buf)
except EOFError as exc:
    print('EOFError', exc)
try:
    pickle.dump(1, None)
except TypeError as exc:
    print(exc)
