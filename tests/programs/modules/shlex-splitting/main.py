import shlex

for s in ('ls -l "a file" b\\ c', "echo 'single \"quoted\"' x", '', '  ', 'a""b', '""', "a'b'c", 'x # comment', 'p="v w"', '"esc \\" q" \\\\', 'a\tb\nc', 'é ü', '"a\\nb"'):
    print(repr(s), shlex.split(s), shlex.split(s, comments=True))
for s in ('"open', "it's", 'back\\'):
    try:
        print(shlex.split(s))
    except ValueError as e:
        print(e)
print(shlex.split('a "b c" \'d\'', posix=False), shlex.quote('simple'), shlex.quote("it's"), shlex.quote('a b'), shlex.quote(''), shlex.join(['echo', 'a b', "c'd"]))
print(list(shlex.shlex('a = "b c" + d_1 # rest\nnext;x')), list(shlex.shlex("a && b || c>file", punctuation_chars=True)), list(shlex.shlex("x.y 'q r'", posix=True)))
lexer = shlex.shlex('a b c')
print(lexer.get_token(), lexer.lineno)
lexer.push_token('pushed')
print(list(lexer))
