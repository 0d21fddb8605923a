"""Prints what numbers, strings and formatting come to, case by case. The golden beside it is CPython's output:
    python3.11 numbers_and_text.py > numbers_and_text.golden
"""


def show(label, make):
    try:
        result = repr(make())
    except Exception as error:
        result = f'{type(error).__name__}: {error}'
    print(label, '=>', result if len(result) < 300 else f'{len(result)} characters')


ints = [0, 1, -1, 7, -7, 255, 1234567, -98765, 2**31, 2**63 - 1, -2**63, 2**63, -2**64, 10**25, -10**40, True]
floats = [0.0, -0.0, 1.0, -1.5, 0.1, 1 / 3, 2.5, 3.5, 1e16, 1e15, 123456789.125, 1e-4, 1e-5, 5e-324, 1.7976931348623157e308,
          9007199254740993.0, 0.5, 1e22, 1e23, 2.675, float('inf'), -float('inf'), float('nan'), 999999.5, 0.00012345]

for a in floats:
    show(f'repr {a!r}', lambda: (str(a), a.hex(), a.is_integer()))
    show(f'round {a!r}', lambda: [round(a, n) for n in (-3, -1, 0, 1, 2, 5, 17)])
    show(f'int {a!r}', lambda: int(a))
    show(f'ratio {a!r}', lambda: a.as_integer_ratio())
    show(f'hash {a!r}', lambda: hash(a) if a == a else 0)

operators = {
    '+': lambda x, y: x + y, '-': lambda x, y: x - y, '*': lambda x, y: x * y, '/': lambda x, y: x / y,
    '//': lambda x, y: x // y, '%': lambda x, y: x % y, 'divmod': divmod, '<': lambda x, y: x < y,
    '<=': lambda x, y: x <= y, '==': lambda x, y: x == y, '>': lambda x, y: x > y,
}
bits = {'&': lambda x, y: x & y, '|': lambda x, y: x | y, '^': lambda x, y: x ^ y}
some = ints[:6] + [2**63, -2**64, 10**25] + floats[:7] + [1e22, float('inf'), float('nan'), 1j, 'a', b'b', [1], (2,), None]
for name, op in operators.items():
    for x in some:
        for y in some:
            show(f'{x!r} {name} {y!r}', lambda: op(x, y))
for name, op in bits.items():
    for x in ints:
        for y in ints:
            show(f'{x!r} {name} {y!r}', lambda: op(x, y))
for x in ints:
    for y in (0, 1, 5, 63, 64, 100, -1):
        show(f'{x} << {y}', lambda: x << y)
        show(f'{x} >> {y}', lambda: x >> y)
    for y in (0, 1, 2, 3, 10, -1, -2):
        show(f'{x} ** {y}', lambda: x ** y)
        show(f'pow({x}, {y}, 13)', lambda: pow(x, y, 13))
        show(f'round({x}, {-y})', lambda: round(x, -y))
    show(f'unary {x}', lambda: (-x, +x, ~x, abs(x), x.bit_length(), x.bit_count()))
    for size in (1, 8, 20):
        for order in ('big', 'little'):
            show(f'{x}.to_bytes({size}, {order})', lambda: (x.to_bytes(size, order), x.to_bytes(size, order, signed=True)))

int_specs = ['', 'd', '5', '<5', '^7', '>+8', '=+10', '05', '010,', ',', '_', '_x', '#x', '#X', '#b', '#o', 'c', 'n', 'e', '.2f',
             '%', '*^15', '+', ' ', '-', ' 010d', '#010x', '_b', ',x', '.3', '.3d', 'q', 's', '0<5', 'x<8x', '020_d', 'zd', '10c',
             '+c', ',_', '_,', '5.', '99999999999999999999', '{}', '015,.2f', '=10', '<<5']
for value in ints:
    for spec in int_specs:
        show(f'format({value!r}, {spec!r})', lambda: format(value, spec))
float_specs = ['', 'f', '.0f', '.1f', '.2f', '.10f', 'e', '.0e', '.3E', 'g', '.3g', '#.3g', '.10G', '%', '.1%', '10.2f', '<10.2f', '^12.3e',
               '+.2f', ' .2f', '010.2f', ',.2f', '_.1f', '015,.3f', 'n', '.3', '.17', 'z.1f', '#.0f', '.0', '20', 'd', 'x', '=+12.1f',
               '.400f', ',', '012,', '#g', '.1']
for value in floats + [1234567.891, -0.04, 1e100]:
    for spec in float_specs:
        show(f'format({value!r}, {spec!r})', lambda: format(value, spec))
for value in (0j, 1 + 2j, complex(-1.5, -0.0), complex(0.0, -2), complex('nan'), 1e20 + 1e-7j):
    for spec in ['', '.2f', 'g', '20', '>20.1f', '+', '010', '=5', ',', 'd', '.3', 'e']:
        show(f'format({value!r}, {spec!r})', lambda: format(value, spec))
texts = ['', 'a', 'Hello World', 'héllo', 'ß', 'ΑΣ', 'ǆx', '123', '٣', '²', 'a1_b', 'x y\tz\n', 'ﬁn', "it's", 'say "hi"', '\x00\x7f\xa0\u2028',
         'TITLE Case here', '  pad  ', 'a,b,,c', 'aXbXc', '日本語', '\U0001f600', 'İstanbul', 'no\\slash', 'ῼ', "they're bill's"]
for text in texts:
    show(f'quoted {text!r}', lambda: (text, ascii(text), len(text)))
    for name in ['capitalize', 'casefold', 'lower', 'upper', 'title', 'swapcase', 'isalnum', 'isalpha', 'isascii', 'isdecimal', 'isdigit',
                 'isidentifier', 'islower', 'isnumeric', 'isprintable', 'isspace', 'istitle', 'isupper', 'split', 'rsplit', 'splitlines',
                 'strip', 'lstrip', 'rstrip', 'expandtabs', 'encode']:
        show(f'{text!r}.{name}()', lambda: getattr(text, name)())
    for spec in ['', 's', '10', '>10', '^9', '*<8', '.2', '05', '=5', '+', '#', ',', 'd', '.0', ' ', 'z', '10.3s']:
        show(f'format({text!r}, {spec!r})', lambda: format(text, spec))
    for codec in ['ascii', 'latin-1', 'utf-16', 'utf-32-be', 'nope']:
        for errors in ['strict', 'ignore', 'replace', 'backslashreplace', 'xmlcharrefreplace', 'odd']:
            show(f'{text!r}.encode({codec!r}, {errors!r})', lambda: text.encode(codec, errors))
    for part in ['', 'a', 'X', ' ', 'l', ',', 'lo W']:
        show(f'{text!r} search {part!r}', lambda: (text.find(part), text.rfind(part), text.count(part), part in text,
             text.startswith(part), text.endswith(part), text.replace(part, '-'), text.replace(part, '++', 1)))
        show(f'{text!r} split {part!r}', lambda: (text.split(part), text.rsplit(part, 1), text.partition(part), text.rpartition(part)))
        show(f'{text!r} find {part!r}', lambda: (text.find(part, 1), text.find(part, -3), text.count(part, 1, 4), text.rfind(part, 0, -1)))
        show(f'{text!r} strip {part!r}', lambda: (text.strip(part), text.removeprefix(part), text.removesuffix(part)))
        show(f'{text!r}.index({part!r})', lambda: text.index(part))
    for bounds in [(0, 2, 1), (None, None, -1), (-3, None, 1), (1, 100, 2), (5, 1, -2), (None, None, 0)]:
        show(f'{text!r}[{bounds}]', lambda: text[slice(*bounds)])
    for i in (0, -1, 3, 100):
        show(f'{text!r}[{i}]', lambda: text[i])
    for width in (0, 5, 12):
        show(f'{text!r} wide {width}', lambda: (text.center(width, '.'), text.ljust(width), text.rjust(width, '日'), text.zfill(width)))
    show(f'int {text!r}', lambda: int(text))
    show(f'float {text!r}', lambda: float(text))

for text in ['12', ' 12 ', '+5', '-0', '1_000', '_1', '1__0', '0x1F', '0b101', '0o17', 'ff', 'zz', '', '  ', '1 2', '0_7', '007', '0x_f', '٣٤', '1e5',
             '9' * 4300, '9' * 4301, '-' + '1' * 50]:
    for base in (10, 0, 2, 8, 16, 36, 1, 37):
        show(f'int({text[:40]!r}, {base})', lambda: int(text, base))
for text in ['1.5', '1e5', '.5', '5.', '.', 'e5', '1e', '1_0.5_1', '1__0', 'inf', '-Infinity', 'nan', '+nan', 'infin', ' 3 ', '1e400', '1e-400', '0x1p3',
             '4.35', '2.2250738585072011e-308', '179769313486231580793e289', '٣.٥', '1.e3', '']:
    show(f'float({text!r})', lambda: float(text))
    show(f'complex({text!r})', lambda: complex(text))
    show(f'complex({text + "j"!r})', lambda: complex(text + 'j'))
for text in ['0x1p3', '1.8', '-0x1.8p-1', '0x1.fffffffffffffp1023', '0x2p1023', 'inf', 'x', '0x1p-1074', '0x1p-1075', '0x1.8p-1075', '.8', '0x', '1p']:
    show(f'fromhex({text!r})', lambda: float.fromhex(text))

for spec in ['%d', '%5d', '%-5d|', '%05d', '%+d', '% d', '%x', '%#x', '%#o', '%X', '%e', '%.2f', '%g', '%G', '%10.3f', '%-10.3e|', '%s', '%r', '%a', '%.2s',
             '%5s', '%c', '%%', '%i', '%u', '%o', '%.3d', '%+.1f', '%#.0f', '%y', '%', '%(a)s', '%*d', '%.*f', '%08.2f', '%ld', '%s %s', 'none', '%.0f', '%#g']:
    for value in (0, 42, -42, 10**25, 3.14159, -0.5, 1e100, float('nan'), 'text', 'é', b'by', None, (1,), (5, 42), (1, 2, 3), {'a': 1}, [1, 2], True):
        show(f'{spec!r} % {value!r}', lambda: spec % value)
        if '(' not in spec or isinstance(value, dict):
            show(f'bytes {spec!r} % {value!r}', lambda: spec.encode() % value)

for spec in ['{}', '{} {}', '{0}{1}{0}', '{a}', '{a!r:>8}', '{0:{1}}', '{:>{w}.{p}f}', '{{}}', '{', '}', '{0.real}', '{0[0]}', '{0[key]}', '{!x}', '{a.b}',
             '{0:}', '{:d}', '{0}{}', '{}{0}', '{9}', '{0!s:^9}', '{:{}}', '{0[', '{!}', '{:%}', '{a[0]}', '{0..x}', '{}}', '{a!r', '{0]', '{:,}', '{-1}']:
    for args in ((), (1,), (2.5, 8), ('text', 5), ([7, 8],), ({'key': 3}, 1)):
        show(f'{spec!r}.format(*{args!r})', lambda: spec.format(*args, a='kw', w=9, p=2))

raw = [b'', b'abc', b'Hello World', b'a,b,,c', b' pad \n', b'\x00\xff', b'\xe3\x81\x82', b'\xf0\x9f\x98', b'12', b"it's", b'\xc3\x28\xe2\x82']
for data in raw:
    for name in ['upper', 'lower', 'title', 'swapcase', 'capitalize', 'split', 'rsplit', 'strip', 'hex', 'isalpha', 'isdigit', 'isspace', 'isupper',
                 'islower', 'splitlines', 'decode']:
        show(f'{data!r}.{name}()', lambda: getattr(data, name)())
    for codec in ['utf-8', 'ascii', 'latin-1', 'utf-16', 'utf-16-le', 'utf-32']:
        for errors in ['strict', 'ignore', 'replace', 'backslashreplace']:
            show(f'{data!r}.decode({codec!r}, {errors!r})', lambda: data.decode(codec, errors))
    for part in [b'', b'b', b',', b'o W', 98]:
        show(f'{data!r} search {part!r}', lambda: (data.find(part), data.rfind(part), data.count(part), part in data))
        show(f'{data!r} split {part!r}', lambda: (data.split(part), data.rsplit(part, 1), data.partition(part), data.replace(part, b'-')))
    show(f'{data!r} pads', lambda: (data.center(8, b'.'), data.ljust(5), data.zfill(6), data * 2, data + b'!', data[::-1], data.hex(':'), data.hex('-', 2)))
    show(f'bytearray {data!r}', lambda: (bytearray(data), bytearray(data)[1:], list(data), int.from_bytes(data, 'big'), int.from_bytes(data, 'little', signed=True)))
for text in ['', '00ff', '0 1', ' 0a 0B ', 'zz', '0a0']:
    show(f'bytes.fromhex({text!r})', lambda: bytes.fromhex(text))
