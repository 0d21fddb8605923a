import string

t = string.Template('$who likes ${what}, $$5')
print(t.substitute(who='tim', what='kung pao'), t.safe_substitute(who='x'), t.get_identifiers(), t.is_valid(), t.template, t.substitute({'who': 1}, what=2))
for f in (lambda: t.substitute(who=1), lambda: string.Template('a $').substitute(), lambda: string.Template('a\n$1').substitute(), lambda: string.Template('${a').substitute(a=1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Percent(string.Template):
    delimiter = '%'
    idpattern = '[a-z]+_[a-z]+'


print(Percent('%a_b %c %%').safe_substitute(a_b=1), string.capwords('hello  world'), string.capwords('a-b', '-'), len(string.printable), string.ascii_letters, string.punctuation)
f = string.Formatter()
print(f.format('{0} {x!r:>5} {1[a]} {2.real:{w}.2f} {{}}', 1, {'a': 2}, 3.0, x='y', w=8), f.vformat('{} {}', (1, 2), {}), list(f.parse('a{b!r:c}d{{e')), f.format('{:>{}}', 'a', 4))


class Default(string.Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, f'<{key}>') if isinstance(key, str) else super().get_value(key, args, kwargs)

    def format_field(self, value, spec):
        return str(value).upper() if spec == 'u' else super().format_field(value, spec)


print(Default().format('{a} {b:u} {c:u}', b='q'))
for s in ('{', '}', '{0', '{0!x}', '{} {0}', '{0} {}', '{a}', '{1}'):
    try:
        print(f.format(s, 1))
    except Exception as e:
        print(s, type(e).__name__, e)
