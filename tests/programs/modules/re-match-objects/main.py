import re

m = re.match(r'(?P<year>\d{4})-(?P<month>\d\d)(-(\d\d))?', '2024-05 and more')
print(m)
print(m.group(), m.group(0, 1, 'month'), m[1], m['year'])
print(m.groups(), m.groups('none'), m.groupdict(), m.groupdict('-'))
print(m.start(), m.end(), m.span(2), m.span('year'), m.start(3), m.end(3))
print(m.pos, m.endpos, m.lastindex, m.lastgroup, m.regs)
print(m.re is re.compile(r'(?P<year>\d{4})-(?P<month>\d\d)(-(\d\d))?'), m.string)
print(m.expand(r'\2/\g<year>[\g<3>]'))
print(bool(m), re.match('x', 'y'))
for bad in (5, 'day', -1):
    try:
        m.group(bad)
    except IndexError as e:
        print('IndexError', e)
p = re.compile(r'(a)(?P<b>b)?', re.I)
print(p, p.pattern, p.flags, p.groups, p.groupindex)
print(re.search('b+', 'aabbb').span(), re.search('^b', 'ab'), re.fullmatch('a.c', 'abc'), re.fullmatch('a.', 'abc'))
print(p.match('xab', 1).span(), p.search('xxab', 1, 3), p.fullmatch('zabz', 1, 3))
print(re.compile('^a').match('ba', 1), re.compile(r'\ba').search('ba a', 1), re.compile(r'(?<=b)a').match('ba', 1))
print(re.match('(((a)b)c)', 'abc').lastindex, re.match('(a)(b)', 'ab').lastindex, re.match('((a)(b))', 'ab').lastindex)
try:
    re.Match()
except TypeError as e:
    print(e)
