import re

print(re.findall(r'\w+', 'one two, three'))
print(re.findall(r'(\w)=(\d+)', 'a=1 b=22 c=x'))
print(re.findall(r'(\d)', 'a1b2'), re.findall('x', 'abc'), re.findall('', 'ab'))
print(re.findall('a*', 'baac'), re.findall('a*?', 'aa'), re.findall(r'(a)|b', 'ab'))
for m in re.finditer(r'(?P<word>[a-z]+)(?P<num>\d*)', 'abc12 de f3'):
    print(m.span(), m['word'], repr(m['num']), m.lastgroup)
print([m.span() for m in re.finditer(r'\b|x*', 'axxb')])
print(re.findall(r'\d+', '1 22 333 4444', ) , re.compile(r'\d+').findall('1 22 333', 2, 6))
it = re.finditer('.', 'ab')
print(next(it).group(), next(it).group(), next(it, None))
s = re.compile(r'\w').scanner('ab c')
print(s.match().group(), s.search().group(), s.match(), s.search())
print(re.findall(r'[^\W\d_]+', 'naïve café 42 Straße _x'), re.findall(r'\w+', 'naïve', re.A))
print([m.span() for m in re.finditer('é', 'café é né')])
