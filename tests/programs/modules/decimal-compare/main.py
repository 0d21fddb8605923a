from decimal import *

D = Decimal
print(D('1.0') == D('1.00'), D(1) == 1, D('0.5') == 0.5, D('0.1') == 0.1, D(1) < 2.5, hash(D('1.5')) == hash(1.5), hash(D(3)) == 3, sorted([D(3), D('1.5'), 2]), max(D(1), D(2)), sum([D('0.1')]*10), D(0) == -D(0), bool(D(0)), {D('1.0'): 1}[1], abs(D(-2)), -D(2), +D('1.23'))
