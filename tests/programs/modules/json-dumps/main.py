import json

print(json.dumps({'a': [1, 2.5, None, True, 'x"\n\u1234😀'], 'b': {}, 'c': [], 1: 2, None: 3, True: 4, 2.5: 5}))
print(json.dumps({'b': [1, {'x': ()}], 'a': (1, 2)}, indent=2, sort_keys=True))
print(json.dumps('é世', ensure_ascii=False), json.dumps([1, 2], separators=(',', ':')))
print(json.dumps({'a': 1, 'b': [1, 2]}, indent='\t'), json.dumps([[], {}, [[]]], indent=1), json.dumps([1], indent=0))
print(json.dumps([float('inf'), float('-inf'), float('nan'), 1e20, 1e-7, 10**30, -0.0, 1.0, 1e16, 123456789.123]))
print(json.dumps('\x00\x1f\x7f\u2028/\\'), json.dumps({'k': 'v'}, indent=4, separators=(', ', ' = ')))
print(json.dumps({(1, 2): 1, 'a': 2}, skipkeys=True), json.dumps({'z': 1, 'a': {'y': 1, 'b': 2}}, sort_keys=True))
print(json.dumps(None), json.dumps(True), json.dumps(5), json.dumps('x'), json.dumps([]), json.dumps({}), json.dumps(()))
