"""Module doc.

>>> add('a', 'b')
'ab'
"""
import doctest
def add(a, b):
    """Adds.

    >>> add(2, 3)
    5
    >>> add(2, 2)
    5
    >>> add(1, 'x')
    Traceback (most recent call last):
        ...
    TypeError: unsupported operand type(s) for +: 'int' and 'str'
    >>> for i in range(3):
    ...     print(i)
    0
    1
    2
    >>> print('a  b')  # doctest: +NORMALIZE_WHITESPACE
    a b
    >>> list(range(20)) # doctest: +ELLIPSIS
    [0, 1, ..., 19]
    >>> print('x\\n\\ny')
    x
    <BLANKLINE>
    y
    >>> 1 / 0  # doctest: +SKIP
    >>> int('z')  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    ValueError: something else
    >>> x = 5
    >>> x
    6
    """
    return a + b
class C:
    """
    >>> C().m()
    'm'
    """
    def m(self):
        """
        >>> 1 + 1
        2
        """
        return 'm'
class Output:
    """What is reported, without the folder in which the file is."""
    def __init__(self): self.lines = []
    def __call__(self, text): self.lines.append(text)
    def show(self):
        for line in ''.join(self.lines).split('\n'):
            print(line if not line.startswith('File') else 'File ' + line.rpartition(',')[2])
out = Output()
runner = doctest.DocTestRunner(verbose=False)
for test in doctest.DocTestFinder().find(C) + doctest.DocTestFinder().find(add):
    print(test.name, len(test.examples), runner.run(test, out=out))
out.show()
print(runner.summarize())
doctest.run_docstring_examples(C.m, {}, verbose=True, name='m')
parser = doctest.DocTestParser()
for text in ('plain', '>>> 1\n1\n', 'a\n  >>> x = 1 # doctest: +SKIP, -ELLIPSIS\n  ... # more\n  out\n\nb'):
    print([(p.source, p.want, p.lineno, p.indent, len(p.options)) if isinstance(p, doctest.Example) else p for p in parser.parse(text)])
for bad in ('>>>1', '>>> 1 # doctest: +NOPE'):
    try:
        parser.parse(bad)
    except ValueError as e:
        print(e)
import unittest
print(unittest.TextTestRunner(stream=__import__('io').StringIO()).run(doctest.DocTestSuite()).testsRun)
