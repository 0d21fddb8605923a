def f():
    a = 1
    exec('x = 1; a = 99')
    print(locals(), a)
    d = locals()
    d['q'] = 5
    print(sorted(locals()), locals() is d, d['a'])
    a = 2
    print(locals()['a'], d['a'])
    try:
        print(x)
    except NameError as e:
        print(e)
    print(eval('a + q'), eval('x'))
    del a
    print('a' in locals())
f()
def g(n):
    exec('names = sorted(locals())')
    return locals()['names'], vars() is locals(), n and g(n - 1)
print(g(1))
def gen():
    exec('kept = 1')
    yield locals()['kept']
    yield sorted(locals())
print(list(gen()))
class C:
    exec('attr = 5')
print(C.attr)
loc = {}
exec('y = 2', globals(), loc)
print(loc, 'y' in globals())
for names in ({'__builtins__': {}}, {'__builtins__': {'len': len}}, {}):
    try:
        print(eval('len([1])', names))
    except NameError as e:
        print(e)
limited = {'__builtins__': {'print': print}}
exec('def h():\n    print("h")\n    return abs(-1)', limited)
try:
    limited['h']()
except NameError as e:
    print(e)
print(sorted(limited), abs(-1))
