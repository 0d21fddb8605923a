from collections import Counter, OrderedDict, defaultdict, deque

c = Counter('abracadabra')
print(c, c.most_common(2), c['z'], c + Counter(a=1, z=2), c - Counter(a=10, b=1), c & Counter(a=2, q=1), c | Counter(b=9), +Counter(a=-1, b=1), -Counter(a=-1), c.total(), sorted(Counter(a=2, b=0).elements()))
c.subtract({'a': 10})
c.update(a=1, x=3)
print(c, Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2), Counter([1, 1, 2]).items(), dict(Counter('aa')))
del c['nothing']
d = deque([1, 2, 3], maxlen=4)
d.append(4)
d.append(5)
d.appendleft(0)
print(d, d.maxlen, d[0], d[-1], d.pop(), d.popleft(), len(d), 3 in d, d.index(3), d.count(3))
d.extend([7, 8])
d.extendleft([9])
d.rotate(1)
print(d, list(reversed(d)), d == deque([8, 9, 3, 4][:0]) or d.copy() == d, deque('abc') + deque('d'), deque('ab') * 2, deque([1, 2]) < deque([1, 3]))
d.insert(1, 'i') if len(d) < 4 else d.remove(3)
d.reverse()
d[0] = 'first'
del d[1]
print(d, deque(), deque(maxlen=0), bool(deque()))
dd = defaultdict(list)
for k, v in (('a', 1), ('b', 2), ('a', 3)):
    dd[k].append(v)
print(dd, dd.get('zz'), 'zz' in dd, dd.default_factory, defaultdict(int, a=1) | {'b': 2}, defaultdict(lambda: 5)['x'])
od = OrderedDict([('a', 1), ('b', 2), ('c', 3)])
od.move_to_end('a')
od.move_to_end('c', last=False)
print(od, od.popitem(), od.popitem(last=False), od, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1) == {'a': 1}, list(reversed(OrderedDict(a=1, b=2))))
for f in (lambda: deque().pop(), lambda: deque([1])[5], lambda: deque([1]).remove(2), lambda: deque([1]).index(2), lambda: deque(maxlen=-1), lambda: defaultdict(None)['a'], lambda: defaultdict(5), lambda: OrderedDict().popitem(), lambda: OrderedDict().move_to_end('x'), lambda: Counter.fromkeys('a'), lambda: deque(5), lambda: deque([1, 2], 1).insert(0, 3)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
