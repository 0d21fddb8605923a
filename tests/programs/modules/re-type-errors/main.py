import re

def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

attempt(lambda: re.match('a', b'a'))
attempt(lambda: re.match(b'a', 'a'))
attempt(lambda: re.match('a', 5))
attempt(lambda: re.match('a', None))
attempt(lambda: re.compile(5))
attempt(lambda: re.compile(re.compile('a'), re.I))
attempt(lambda: re.compile('a', re.L))
attempt(lambda: re.compile(b'a', re.U))
attempt(lambda: re.compile('a', re.A | re.U))
attempt(lambda: re.compile(b'a', re.A | re.L))
attempt(lambda: re.findall('a', ['a']))
attempt(lambda: re.compile('x{99999999999}'))
attempt(lambda: re.compile(re.compile('a')))
attempt(lambda: re.match(re.compile('a'), 'abc'))
