import re

TOKENS = [('NUMBER', r'\d+(\.\d*)?'), ('ASSIGN', r':='), ('END', r';'), ('ID', r'[A-Za-z]+'), ('OP', r'[+\-*/]'),
          ('NEWLINE', r'\n'), ('SKIP', r'[ \t]+'), ('MISMATCH', r'.')]
pattern = re.compile('|'.join('(?P<%s>%s)' % pair for pair in TOKENS))
line, start = 1, 0
for m in pattern.finditer('IF quantity THEN\n  total := total + price * 2.5;\nENDIF; ?'):
    kind, value = m.lastgroup, m.group()
    column = m.start() - start
    if kind == 'NEWLINE':
        start = m.end()
        line += 1
    elif kind != 'SKIP':
        print(kind, value, line, column)

def word(scanner, token):
    return 'word:' + token

scanner = re.Scanner([(r'[a-z]+', word), (r'\d+', lambda s, t: int(t)), (r'\s+', None), (r'[+*]', 'op')])
print(scanner.scan('abc 12 + x ! y'))
