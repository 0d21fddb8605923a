# Line ends of other systems in a program's text are line feeds, inside texts too; those that a text spells out stay.
names = {}
exec('a = """one\r\ntwo\rthree"""\r\nb = b"""x\r\ny"""\rc = "kept\\r\\n"\r\nif c:\r\n\td = f"""{a!r}\r\n{c!r}"""\r\n', names)
for name in "abcd":
    print(name, repr(names[name]))
print(eval('(1 +\r\n 2)'))
try:
    exec('x = 1\r\ny = (2\r\n')
except SyntaxError as error:
    print(error.msg, error.lineno, error.offset)
try:
    compile('good = 1\r\nbad = 1 +\r\n', "<text>", "exec")
except SyntaxError as error:
    print(error.msg, error.lineno, repr(error.text))
