from array import array
import array as module

a = array('i', [1, 2, 3])
a.append(4)
a.extend([5, 6])
a.extend(array('i', [7]))
a.insert(0, 0)
print(a, a[1], a[-1], a[2:4], a[::-1], len(a), 3 in a, a.index(3), a.count(3), list(a), a.typecode, a.itemsize, sum(a), max(a))
a[0] = 10
a[1:3] = array('i', [9])
del a[0]
a.reverse()
print(a, a.pop(), a.pop(0), a.tolist(), a + array('i', [1]), a * 2, a == array('i', a.tolist()), a < array('i', [9]))
a.remove(4)
print(a, array('i'), array('d', [1, 2.5]), array('f', [0.1])[0], array('u', 'héy'), array('u', 'ab').tounicode(), array('B', b'\x01\xff'))
b = array('H', [1, 256])
print(b.tobytes(), array('H', b.tobytes()), bytes(array('b', [-1])) if False else array('b', [-1]).tobytes())
b.byteswap()
print(b, module.typecodes, [array(c).itemsize for c in 'bBhHiIlLqQfd'])
b.frombytes(b'\x01\x00')
b.fromlist([5])
print(b, array('l', range(3)), array('i', array('h', [1])), sorted(array('i', [3, 1, 2])))
import copy
print(copy.copy(b) == b, copy.deepcopy(b), [x for x in b])
