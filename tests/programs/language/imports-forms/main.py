"""Import statements: forms and errors."""
import math, sys as system
import os.path
import os.path as p
from math import sqrt, pi as PI
from math import (floor,
                  ceil)
import collections.abc as cabc
from collections import OrderedDict as OD
print(math.sqrt(4), system is __import__('sys'), os.path.join('a', 'b') == p.join('a', 'b'), sqrt(9), round(PI, 2), floor(1.5), ceil(1.5), cabc.__name__, OD.__name__)
def attempt(src):
    try: exec(src, {'__name__': 'm'})
    except Exception as e: print(type(e).__name__, e, getattr(e, 'name', '-'))
attempt('import not_there')
attempt('import not_there.sub')
attempt('import math.nope')
attempt('from not_there import x')
attempt('import os.nope')
def inside():
    import math
    from os import sep
    return math.pi > 3, sep
print(inside(), math.__name__, type(math).__name__)
ns = {}
exec('from math import *', ns)
print(ns['sin'](0), '__doc__' in ns and ns.get('__doc__') is None)
math.custom = 5
import math as again
print(again.custom, again is math)
del math.custom
try: math.custom
except AttributeError as e: print(e)
try: math.sqrtt
except AttributeError as e: print(e)
class InClass:
    import math
    from os import path
print(InClass.math is math, InClass.path is p, __name__, repr(math)[:14])
