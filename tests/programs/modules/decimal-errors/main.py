from decimal import *

D = Decimal
for f in (lambda: D('abc'), lambda: D(1)/0, lambda: D(0)/0, lambda: D('sNaN')+1, lambda: D(-1).sqrt(), lambda: D('inf')-D('inf'), lambda: D(1)+1.5, lambda: D([1]), lambda: D(1) < 'a', lambda: D('1e999999')*10, lambda: D(1) // 0, lambda: D(1) % 0, lambda: D('1e50').quantize(D('1e-5')), lambda: D(-1).ln(), lambda: int(D('nan')), lambda: int(D('inf')), lambda: D(object()), lambda: D('NaN') < 1, lambda: D(1).quantize(D(1), 'x'), lambda: D(0)**0, lambda: D(-8)**D('0.5'), lambda: round(D('inf')), lambda: D((2, (1,), 0)), lambda: D('0')**-1):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
