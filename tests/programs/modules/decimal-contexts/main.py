from decimal import *

D = Decimal
c = getcontext(); print(c); c.prec = 6; print(D(1)/D(7), D('1.23456789')+0, c.flags[Inexact], c.flags[Rounded])
with localcontext() as ctx:
    ctx.prec = 50; print(D(2).sqrt(), D(1).exp()); ctx.rounding = ROUND_UP; print(D(1)/3)
print(D(1)/7); c.traps[Inexact] = True
try: D(1)/3
except Inexact as e: print('Inexact', e)
c.traps[Inexact] = False; c.clear_flags(); print(c.flags[Inexact], Context(prec=3).divide(D(1), D(3)), ExtendedContext.divide(1, 0), ExtendedContext.sqrt(-1), Context(prec=4).create_decimal('3.14159'), BasicContext.prec)
with localcontext(prec=100): print(D(2)**D('0.1'), D('0.7').ln(), D(10).exp())
setcontext(Context(prec=5, rounding=ROUND_DOWN)); print(D('1.999999')*1, D(2).sqrt(), getcontext().prec)
c = getcontext(); c.traps[FloatOperation] = True
for f in (lambda: D(1.5), lambda: D(1) < 1.5, lambda: D(1) == 1.0):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
