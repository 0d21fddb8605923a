"""exec, eval and compile with namespaces."""
ns = {}
exec('x = 1\ny = x + 1\ndef f(a): return a + y', ns)
print(ns['x'], ns['y'], ns['f'](10), '__builtins__' in ns)
print(eval('x + y', ns), eval('a * b', {'a': 3}, {'b': 4}), eval('[i for i in range(n)]', {'n': 3}), eval(' 1 + 1 '))
code = compile('a = 5\nb = a * 2', '<test>', 'exec')
exec(code)
print(a, b, code.co_name, code.co_filename)
print(eval(compile('a + b', '<e>', 'eval')))
exec(compile('print("single"); 5', '<s>', 'exec'))
def local_exec():
    v = 1
    exec('v = 2; w = 3')
    return v, eval('v + 1')
print(local_exec())
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
attempt(lambda: eval('1 +'))
attempt(lambda: eval('x = 1'))
attempt(lambda: exec('def f(:'))
attempt(lambda: eval('undefined_thing'))
attempt(lambda: eval('1/0'))
attempt(lambda: eval(5))
attempt(lambda: exec('return 1'))
attempt(lambda: compile('1', 'f', 'wrong'))
class Map(dict):
    def __missing__(self, k): return f'missing {k}'
print(eval('foo', {}, Map()))
exec('class K:\n  z = 9\n  def m(self): return self.z', globals())
print(K().m())
exec('for i in range(3): total = i')
print(total, i)
exec('import math')
print(math.floor(2.5))
l = {}
exec('def inner(): return outer_value', {'outer_value': 42}, l)
print(l['inner'](), sorted(l))
print(eval('lambda q: q * 2')(4), eval('(yes := 5) + yes'), eval('locals() is globals()'))
exec("try:\n  raise ValueError('in exec')\nexcept ValueError as e:\n  print('caught', e)")
print(eval('f"{1+1}"'), eval(repr([1, 'a', (2.5, None)])), eval('*[1],2') if False else 'ok')
src = 'result = []\nfor n in range(5):\n    if n % 2: continue\n    result.append(n)\n'
exec(src); print(result)
