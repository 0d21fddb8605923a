import textwrap

text = '''Hello there, how are you this fine day?  I'm glad to hear it!  "Really?" -- yes, well-known and state-of-the-art, e.g. http://example.com/a-very-long-url-that-does-not-fit'''
for width in (10, 20, 40):
    print(textwrap.wrap(text, width))
print(textwrap.fill(text, 30, initial_indent='* ', subsequent_indent='  '))
print(textwrap.wrap('aaaaaaaaaaaaaaaa bbb', 5), textwrap.wrap('aaaaaaaaaaaaaaaa bbb', 5, break_long_words=False), textwrap.wrap('one-two three-four', 8, break_on_hyphens=False), textwrap.wrap('one-two three-four', 8))
print(textwrap.wrap('a  b   c', 4, drop_whitespace=False), textwrap.wrap('a\tb\nc', 10), textwrap.wrap('a\tb', 10, expand_tabs=False, replace_whitespace=False), textwrap.wrap('', 5), textwrap.wrap('Short. Next one! ok', 40, fix_sentence_endings=True))
print(textwrap.wrap(text, 20, max_lines=2), textwrap.wrap(text, 20, max_lines=3, placeholder='...'), textwrap.shorten('Hello  world!', 12), textwrap.shorten('Hello  world!', 11), textwrap.shorten('Hello world', 10, placeholder='…'))
print(repr(textwrap.dedent('''
    def f():
      return 1

    x
''')), repr(textwrap.dedent('  a\n\tb')), repr(textwrap.dedent('   a\n     b\n   c')), repr(textwrap.indent('a\n\nb\n', '> ')), repr(textwrap.indent('a\n\nb', '+ ', lambda line: True)))
for f in (lambda: textwrap.wrap('a', 0), lambda: textwrap.wrap('a b c', 3, max_lines=1, placeholder='.....')):
    try:
        f()
    except ValueError as e:
        print(e)
