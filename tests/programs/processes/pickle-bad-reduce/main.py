import pickle
def test(value):
    class_ = type('X', (), {'__reduce__': lambda self: value})
    try:
        pickle.dumps(class_())
    except Exception as exc:
        print(type(exc).__name__, exc)
for value in (5, (), (1,), (len, 1), (1, ()), (len, (), None, 5), (len, (), None, None, 5), tuple(range(7))):
    test(value)
