import fnmatch
import re

for name, pattern in (('a.txt', '*.txt'), ('a.TXT', '*.txt'), ('abc', 'a?c'), ('abc', '[a-c]bc'), ('xbc', '[!a-c]bc'), ('a*c', 'a[*]c'), ('', '*'), ('foo.tar.gz', '*.*.gz'), ('ab', 'a'), ('[', '['), ('a]', '*[]]'), ('a-b', 'a[-]b'), ('a\nb', 'a*b'), ('x', '[z-a]'), ('x', '[!z-a]')):
    print(name, pattern, fnmatch.fnmatch(name, pattern), fnmatch.fnmatchcase(name, pattern), bool(re.match(fnmatch.translate(pattern), name)))
print(fnmatch.filter(['a.py', 'b.txt', 'c.py'], '*.py'), fnmatch.translate('*.txt'), fnmatch.translate('a?[!x]'), fnmatch.fnmatch(b'ab', b'a*'), fnmatch.filter([b'x'], b'?'))
