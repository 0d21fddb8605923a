import re

print(re.sub('a', 'b', 'banana'), re.sub('a', 'b', 'banana', 2), re.subn('a', '', 'banana'))
print(re.sub(r'(\w+) (\w+)', r'\2 \1', 'hello world'), re.sub(r'(?P<x>\d)', r'<\g<x>\g<1>\g<0>>', 'a1b2'))
print(re.sub(r'\d+', lambda m: str(int(m[0]) * 2), 'a1 b22'))
print(re.sub('x*', '-', 'abxd'), re.sub('', '.', 'ab'), re.sub(r'\b', '|', 'hi there'))
print(re.sub('(a)|b', r'[\1]', 'ab'), repr(re.sub('a', r'\n\t\\', 'a')), re.sub(r'\.', r'\.', 'a.b'))
print(re.sub('a', r'\x', 'b') if False else 'skipped')
for repl in (r'\2', r'\g<2>', r'\g<x>', r'\g<', r'\g', r'\q', r'\g<-1>', r'\g<a b>', r'\400'):
    try:
        print(re.sub('(a)', repl, 'a'))
    except (re.error, IndexError) as e:
        print(type(e).__name__, e)
print(re.sub('(?i)A', 'x', 'aA'), re.sub('^', '> ', 'a\nb', flags=re.M))
print(re.sub('a', '\\101', 'a'), re.sub('(.)', r'\1\1', 'xyz'), re.sub('(.)', r'\g<1>0', 'xy'))
print(re.subn('(?=b)', '-', 'abab'), re.sub('b', None.__class__.__name__, 'abc'))
try:
    re.sub('a', 5, 'a')
except TypeError as e:
    print('TypeError')
