from array import array

for f in (lambda: array('x'), lambda: array(5), lambda: array('ii'), lambda: array('i', ['a']), lambda: array('i', [1.5]), lambda: array('b', [200]), lambda: array('B', [-1]), lambda: array('H', [70000]), lambda: array('h', [-40000]),
          lambda: array('i', [1 << 31]), lambda: array('I', [-1]), lambda: array('I', [1 << 32]), lambda: array('d', ['x']), lambda: array('i')[0], lambda: array('i').pop(), lambda: array('i', [1]).remove(2), lambda: array('i', [1]).index(2),
          lambda: array('i', [1]) + [2], lambda: array('i', [1]) + array('d'), lambda: array('i').extend(array('d')), lambda: array('i', 'abc'), lambda: array('i', b'abc'), lambda: array('i').fromlist((1,)), lambda: array('i').append('x'), lambda: array('d', [1])['x'],
          lambda: hash(array('i'))):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
