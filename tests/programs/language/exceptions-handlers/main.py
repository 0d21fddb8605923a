"""Handlers: matching, order, names, else, finally with return/break/continue."""
def attempt(f, *a):
    try: print(f.__name__, '->', f(*a))
    except BaseException as e: print(f.__name__, 'raised', type(e).__name__, e)
def ret_finally():
    try: return 'try'
    finally: print('fin', end=' ')
def ret_override():
    try: return 'try'
    finally: return 'finally'
def swallow():
    try: 1 / 0
    finally: return 'swallowed'
def brk():
    for i in range(3):
        try: 1 / 0
        finally: break
    return i
def cont():
    out = []
    for i in range(3):
        try:
            if i == 1: continue
            out.append(i)
        finally: out.append('f')
    return out
def cont_swallow():
    n = 0
    for i in range(3):
        try: raise ValueError
        finally:
            n += 1
            continue
    return n
def else_clause(x):
    try: x
    except ZeroDivisionError: return 'no'
    else: return 'else'
    finally: print('F', end=' ')
def else_raises():
    try: pass
    except ValueError: return 'wrong'
    else: raise ValueError('from else')
def order(e):
    try: raise e
    except (KeyError, IndexError) as x: return 'key or index', x.args
    except LookupError: return 'lookup'
    except ArithmeticError: return 'arith'
    except Exception: return 'exception'
    except: return 'bare'
def name_gone():
    e = 'before'
    try: raise ValueError
    except ValueError as e: pass
    try: e
    except UnboundLocalError as u: return str(u)
def bad_class():
    try: raise ValueError('v')
    except 5: pass
def bad_class2():
    try: raise ValueError('v')
    except (ValueError, 5): return 'matched first'
def dynamic(cls):
    try: raise KeyError('k')
    except cls: return 'dyn'
def nested_finally():
    out = []
    try:
        try:
            try: raise ValueError(1)
            finally: out.append(1)
        finally: out.append(2)
    except ValueError: out.append(3)
    finally: out.append(4)
    return out
def loop_else():
    for i in range(3):
        try:
            if i == 2: break
        finally: pass
    else: return 'else'
    return 'broke'
def ret_in_except():
    try: 1 / 0
    except ZeroDivisionError: return 'except'
    finally: print('fin', end=' ')
def while_finally():
    n = 0
    while True:
        try:
            n += 1
            if n < 3: continue
            return n
        finally:
            if n == 3: print('leaving', end=' ')
def value_kept():
    x = 1
    try: return x
    finally: x = 2
def raise_in_handler():
    try: 1 / 0
    except ZeroDivisionError:
        try: raise KeyError('inner')
        finally: print('inner fin', end=' ')
for f in (ret_finally, ret_override, swallow, brk, cont, cont_swallow): attempt(f)
attempt(else_clause, 1); attempt(else_raises)
for e in (KeyError('k'), IndexError, LookupError, ZeroDivisionError, OSError, KeyboardInterrupt): attempt(order, e)
for f in (name_gone, bad_class, bad_class2): attempt(f)
attempt(dynamic, Exception); attempt(dynamic, (ValueError, (OSError, KeyError))); attempt(dynamic, ValueError)
for f in (nested_finally, loop_else, ret_in_except, while_finally, value_kept, raise_in_handler): attempt(f)
