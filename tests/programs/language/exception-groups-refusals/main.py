class Mine(ExceptionGroup): pass
class MixedIn(BaseExceptionGroup, ValueError): pass
for make in (lambda: ExceptionGroup('x', {ValueError(1)}), lambda: ExceptionGroup('x', None), lambda: ExceptionGroup('x', iter([])),
             lambda: ExceptionGroup('x', (ValueError(1),)), lambda: ExceptionGroup('x', [KeyboardInterrupt()]), lambda: Mine('x', [KeyboardInterrupt()]),
             lambda: MixedIn('x', [KeyboardInterrupt()]), lambda: ExceptionGroup('x', []), lambda: ExceptionGroup('x'), lambda: ExceptionGroup(1, [])):
    try:
        print(repr(make()))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
eg = ExceptionGroup('eg', [ValueError(1), TypeError(2)])
for name in ('message', 'exceptions'):
    try:
        setattr(eg, name, 'new')
    except AttributeError as e:
        print(e)
eg.__notes__ = 123
match, rest = eg.split(TypeError)
print(hasattr(match, '__notes__'), hasattr(rest, '__notes__'), ExceptionGroup[ValueError])
for attempt in ("eg.add_note('n')", "setattr(eg, '__traceback__', 5)", "SyntaxError('bad', ('f.py', 1, 2))", "SyntaxError('bad', (1, 2, 3, 4, 5, 6, 7))"):
    try:
        eval(attempt)
    except TypeError as e:
        print(e)
def tree(cls, depth=0):
    print('  ' * depth + cls.__name__)
    for sub in sorted(cls.__subclasses__(), key=lambda c: c.__name__):
        if sub.__module__ == 'builtins':
            tree(sub, depth + 1)
tree(ArithmeticError)
tree(OSError)
print(int.__subclasses__()[0], [c.__name__ for c in LookupError.__subclasses__()][:2])
