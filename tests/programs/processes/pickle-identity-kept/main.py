import pickle
x = [1]
y = pickle.loads(pickle.dumps([x, x, (x,)]))
print(y[0] is y[1], y[0] is y[2][0], y[0] is x)
