import re

print(re.findall('^a.b$', 'a\nb\naxb', re.S), re.findall('^a.b$', 'a\nb\naxb', re.M), re.findall('^a.b$', 'a\nb\naxb', re.M | re.S))
print(re.match('abc', 'ABC', re.I), re.match('[a-c]+', 'ABC', re.I), re.match('[^a]', 'A', re.I), re.match('straße', 'STRAßE', re.I))
pattern = re.compile(r"""
    (?P<number> \d+ (\.\d*)? )   # a number with [a] fraction
    \s* (?P<unit> [a-z#\ ]+ )    # and a unit
""", re.X | re.I)
print(pattern.match('12.5 Kg # x').groupdict())
print(re.match('(?i:a)b', 'Ab'), re.match('(?i:a)b', 'AB'), re.match('(?i)a(?-i:b)', 'Ab'), re.match('(?i)a(?-i:b)', 'AB'))
print(re.match('(?s:.)(.)', '\na'), re.match('(?s:.)(.)', '\n\n'), re.findall('(?m)^.', 'ab\ncd'))
print(re.match(r'(?a:\w)', 'é'), re.match(r'\w', 'é'), re.match(r'(?a)\w', 'é'), re.match(r'(?a:\W)', 'é'))
print(re.findall(r'(?x) a  b # c', 'ab a b'))
print(re.search('K', '\u212a', re.I), re.search('s', '\u017f', re.I), re.search('[s]', '\u017f', re.I), re.search('s', '\u017f', re.I | re.A))
print(re.match(r'(a)\1', 'aA', re.I), re.match(r'(?P<x>é)(?P=x)', 'éÉ', re.I))
print(re.compile('a', re.I | re.M | re.S | re.X | re.A), re.compile('a', re.DOTALL).flags, re.compile('(?im)a').flags)
print(int(re.I), re.I.value, re.I == 2, re.I | re.M == re.I | re.M, re.RegexFlag.IGNORECASE is re.I)
print(re.findall('$', 'a\n'), [m.span() for m in re.finditer('$', 'a\nb\n', re.M)], re.findall(r'\Z', 'a\n'), re.match(r'a\Z', 'a\n'), re.match('a$', 'a\n').span())
