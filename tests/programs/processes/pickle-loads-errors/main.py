import pickle
for d in (b'', b'.', b'a', b'\x80\x04', b'\x80\x09N.', b'\x80\x04K', b'N', b'h\x05.', b'cnowhere\nx\n.', b'\xff.'):
    try:
        print(pickle.loads(d))
    except Exception as exc:
        print(d, type(exc).__name__, exc)
try:
    pickle.loads('text')
except TypeError as exc:
    print(exc)
