from decimal import *

D = Decimal
for s in ('.2f', '10.3f', '<10', '>10', '^11.2f', '+.1f', ',', ',.2f', 'e', '.3e', 'g', '.3g', '%', '.1%', '010.2f', 'E', '', '0=+10', 'n', '.0f', '*^12,.1f', '012,.2f', 'G', '.10', ' '):
    for v in ('1234567.891', '-0.00012', '0', '1E+10', 'NaN', '-Infinity', '0.5'):
        try: print(repr(format(D(v), s)), end=' ')
        except Exception as e: print(s, v, type(e).__name__, e, end=' ')
    print()
