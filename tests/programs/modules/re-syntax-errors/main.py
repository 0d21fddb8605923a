import re

patterns = ['(', ')', 'a)', '[a', '[]', 'a**', 'a*??', '(?P<a', '(?P<1>a)', r'\8', 'a{3,1}', '*a', '(?z)', '[z-a]', r'[\d-z]',
            '(?<=a+)b', 'x(?i)', '(?P=b)', '\\', '(?P<a>.)(?P<a>.)', r'\x1', r'[\q]', '(?(1)a|b|c)', '(?(2)a)', '\n\n(',
            '{1}', '+', '(?#', '(?-i)', '(?i-i:a)', '(?P>a)', '(?<a)', '(?:', '(?', '(?P', '(?P<>a)', '(?=', r'\N{no such}',
            r'\u12', r'\U00110000', r'(\1)', '(?(0)a)', '(?(a)b)', '(?L)a', '(?ia', '(?i-', '(?i-:', '(?-a:b)', r'\400',
            r'[\400]', '(?<=(a)\\1)', '(?P<a b>x)', '^*', '|*', '(?i)(?x', 'a{1}{2}', '(?au)b', '(a)(?(1', r'\c', '[a-', '[^']
for pattern in patterns:
    try:
        re.compile(pattern)
        print(repr(pattern), 'fine')
    except re.error as e:
        print(repr(pattern), e, e.msg, e.pos, e.lineno, e.colno)
    except Exception as e:
        print(repr(pattern), type(e).__name__, e)
for pattern in (b'(?P<a', b'[z', b'(?u)a', b'\\N{x}', b'(?L)a'):
    try:
        print(re.compile(pattern))
    except re.error as e:
        print(pattern, e)
