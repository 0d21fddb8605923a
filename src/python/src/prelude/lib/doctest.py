"""doctest: the examples in docstrings, run and compared."""

import io
import sys
import traceback
import types
import unittest

__all__ = ['DONT_ACCEPT_TRUE_FOR_1', 'DONT_ACCEPT_BLANKLINE', 'NORMALIZE_WHITESPACE', 'ELLIPSIS', 'SKIP',
           'IGNORE_EXCEPTION_DETAIL', 'REPORT_ONLY_FIRST_FAILURE', 'FAIL_FAST', 'Example', 'DocTest', 'DocTestParser',
           'DocTestFinder', 'DocTestRunner', 'OutputChecker', 'DocTestFailure', 'UnexpectedException', 'TestResults', 'testmod',
           'testfile', 'run_docstring_examples', 'DocTestSuite', 'DocTestCase']

OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


DONT_ACCEPT_TRUE_FOR_1 = register_optionflag('DONT_ACCEPT_TRUE_FOR_1')
DONT_ACCEPT_BLANKLINE = register_optionflag('DONT_ACCEPT_BLANKLINE')
NORMALIZE_WHITESPACE = register_optionflag('NORMALIZE_WHITESPACE')
ELLIPSIS = register_optionflag('ELLIPSIS')
SKIP = register_optionflag('SKIP')
IGNORE_EXCEPTION_DETAIL = register_optionflag('IGNORE_EXCEPTION_DETAIL')
COMPARISON_FLAGS = (DONT_ACCEPT_TRUE_FOR_1 | DONT_ACCEPT_BLANKLINE | NORMALIZE_WHITESPACE | ELLIPSIS | SKIP
                    | IGNORE_EXCEPTION_DETAIL)
REPORT_UDIFF = register_optionflag('REPORT_UDIFF')
REPORT_CDIFF = register_optionflag('REPORT_CDIFF')
REPORT_NDIFF = register_optionflag('REPORT_NDIFF')
REPORT_ONLY_FIRST_FAILURE = register_optionflag('REPORT_ONLY_FIRST_FAILURE')
FAIL_FAST = register_optionflag('FAIL_FAST')

BLANKLINE_MARKER = '<BLANKLINE>'
ELLIPSIS_MARKER = '...'
_RULER = '*' * 70


class TestResults(tuple):
    """How many examples failed, of how many."""

    def __new__(cls, failed, attempted):
        return super().__new__(cls, (failed, attempted))

    failed = property(lambda self: self[0])
    attempted = property(lambda self: self[1])

    def __repr__(self):
        return f'TestResults(failed={self.failed}, attempted={self.attempted})'


class Example:
    """One statement after `>>>`, and what it is to print."""

    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = source if source.endswith('\n') else source + '\n'
        self.want = want if not want or want.endswith('\n') else want + '\n'
        self.exc_msg = exc_msg if exc_msg is None or exc_msg.endswith('\n') else exc_msg + '\n'
        self.lineno = lineno
        self.indent = indent
        self.options = {} if options is None else options

    def __eq__(self, other):
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self):
        return hash((self.source, self.want, self.lineno, self.indent, self.exc_msg))


class DocTest:
    """The examples of one docstring, with the names they see."""

    def __init__(self, examples, globs, name, filename, lineno, docstring):
        self.examples = examples
        self.globs = globs.copy()
        self.name = name
        self.filename = filename
        self.lineno = lineno
        self.docstring = docstring

    def __repr__(self):
        count = len(self.examples)
        told = 'no examples' if not count else '1 example' if count == 1 else f'{count} examples'
        return f'<{type(self).__name__} {self.name} from {self.filename}:{self.lineno} ({told})>'

    def __lt__(self, other):
        return (self.name, self.filename or '', self.lineno or 0) < (other.name, other.filename or '', other.lineno or 0)


class DocTestParser:
    def parse(self, string, name='<string>'):
        """Texts and examples, in turn."""
        lines = string.expandtabs().split('\n')
        parts, plain, at = [], [], 0
        while at < len(lines):
            stripped = lines[at].lstrip(' ')
            if not stripped.startswith('>>>'):
                plain.append(lines[at])
                at += 1
                continue
            example, after = self._example(lines, at, name)
            parts.append('\n'.join(plain) + ('\n' if plain else ''))
            plain = []
            if example is not None:
                parts.append(example)
            at = after
        parts.append('\n'.join(plain))
        return parts

    def _example(self, lines, at, name):
        """The example that begins at a line, and the line behind it."""
        first = at
        indent = len(lines[at]) - len(lines[at].lstrip(' '))
        margin = ' ' * indent
        source = []
        while at < len(lines):
            line = lines[at]
            prompt = line[indent:indent + 3]
            if not line.startswith(margin) or prompt != ('>>>' if at == first else '...'):
                break
            if line[indent + 3:indent + 4] not in ('', ' '):
                raise ValueError(f'line {at + 1} of the docstring for {name} lacks blank after {prompt}: {line!r}')
            source.append(line[indent + 4:])
            at += 1
        want = []
        while at < len(lines) and lines[at].strip() and not lines[at].lstrip(' ').startswith('>>>'):
            if not lines[at].startswith(margin):
                raise ValueError(f'line {at + 1} of the docstring for {name} has inconsistent leading whitespace: {lines[at]!r}')
            want.append(lines[at][indent:])
            at += 1
        text = '\n'.join(source)
        if not text.strip() or all([not line.strip() or line.lstrip().startswith('#') for line in source]):
            return None, at
        told = '\n'.join(want)
        return Example(text, told, self._message(want), first, indent, self._options(source, name, first)), at

    def _message(self, want):
        """What a wanted traceback ends with."""
        if not want or want[0].strip() not in ('Traceback (most recent call last):', 'Traceback (innermost last):'):
            return None
        for at, line in enumerate(want[1:], 1):
            if line and (line[0].isalnum() or line[0] == '_'):
                return '\n'.join(want[at:])
        return None

    def _options(self, source, name, at):
        options = {}
        for line in source:
            before, mark, words = line.partition('# doctest:')
            if not mark:
                before, mark, words = line.partition('#doctest:')
            for word in words.replace(',', ' ').split():
                if word[:1] not in ('+', '-') or word[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError(f'line {at + 1} of the doctest for {name} has an invalid option: {word!r}')
                options[OPTIONFLAGS_BY_NAME[word[1:]]] = word[0] == '+'
        return options

    def get_examples(self, string, name='<string>'):
        return [part for part in self.parse(string, name) if isinstance(part, Example)]

    def get_doctest(self, string, globs, name, filename, lineno):
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)


class DocTestFinder:
    def __init__(self, verbose=False, parser=None, recurse=True, exclude_empty=True):
        self._verbose = verbose
        self._parser = parser or DocTestParser()
        self._recurse = recurse
        self._exclude_empty = exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        if name is None:
            name = getattr(obj, '__name__', None)
            if name is None:
                raise ValueError(f"DocTestFinder.find: name must be given when obj.__name__ doesn't exist: {type(obj)!r}")
        if module is None:
            module = obj if isinstance(obj, types.ModuleType) else sys.modules.get(getattr(obj, '__module__', None))
        if globs is None:
            globs = dict(module.__dict__) if module else {}
        globs = {**globs, **(extraglobs or {})}
        globs.setdefault('__name__', '__main__')
        found, seen = [], set()
        self._collect(found, obj, name, module, globs, seen)
        found.sort()
        return found

    def _collect(self, found, obj, name, module, globs, seen):
        if self._verbose:
            print('Finding tests in', name)
        if id(obj) in seen:
            return
        seen.add(id(obj))
        text = obj if isinstance(obj, str) else getattr(obj, '__doc__', None)
        text = text if isinstance(text, str) else ''
        if text or not self._exclude_empty:
            test = self._parser.get_doctest(text, globs, name, getattr(module, '__file__', None) or name, self._line(obj))
            if test.examples or not self._exclude_empty:
                found.append(test)
        if not self._recurse:
            return
        if isinstance(obj, types.ModuleType):
            for key, value in obj.__dict__.items():
                if self._is_own(module, value):
                    self._collect(found, value, f'{name}.{key}', module, globs, seen)
            for key, value in getattr(obj, '__test__', {}).items():
                self._collect(found, value, f'{name}.__test__.{key}', module, globs, seen)
        elif isinstance(obj, type):
            for key, value in obj.__dict__.items():
                if isinstance(value, (staticmethod, classmethod)):
                    value = value.__func__
                if isinstance(value, (types.FunctionType, type, property)) and (
                        isinstance(value, property) or self._is_own(module, value)):
                    self._collect(found, value, f'{name}.{key}', module, globs, seen)

    def _is_own(self, module, value):
        while hasattr(value, '__wrapped__'):
            value = value.__wrapped__
        return isinstance(value, (types.FunctionType, type)) and (
            module is None or getattr(value, '__module__', None) == module.__name__)

    def _line(self, obj):
        code = getattr(getattr(obj, '__func__', obj), '__code__', None)
        return code.co_firstlineno if code is not None else 0


class OutputChecker:
    def check_output(self, want, got, optionflags):
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1 and (got, want) in (('True\n', '1\n'), ('False\n', '0\n')):
            return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = '\n'.join(['' if line.strip() == BLANKLINE_MARKER else line for line in want.split('\n')])
            got = '\n'.join(['' if line.isspace() else line for line in got.split('\n')])
            if got == want:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            want, got = ' '.join(want.split()), ' '.join(got.split())
            if got == want:
                return True
        return bool(optionflags & ELLIPSIS) and _matches(want, got)

    def output_difference(self, example, got, optionflags):
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = '\n'.join([line or BLANKLINE_MARKER for line in got.split('\n')[:-1]]) + '\n' if got.endswith('\n') else got
        if want and got:
            return f'Expected:\n{_indented(want)}Got:\n{_indented(got)}'
        if want:
            return f'Expected:\n{_indented(want)}Got nothing\n'
        return f'Expected nothing\nGot:\n{_indented(got)}' if got else 'Expected nothing\nGot nothing\n'


def _matches(want, got):
    """Whether a text fits one in which `...` stands for anything."""
    pieces = want.split(ELLIPSIS_MARKER)
    if len(pieces) == 1:
        return want == got
    head, *middle, tail = pieces
    if not got.startswith(head) or not got.endswith(tail) or len(got) < len(head) + len(tail):
        return False
    at, end = len(head), len(got) - len(tail)
    for piece in middle:
        found = got.find(piece, at, end)
        if found < 0:
            return False
        at = found + len(piece)
    return True


def _indented(text):
    return ''.join([f'    {line}' if line.strip() else line for line in text.splitlines(True)])


class DocTestFailure(Exception):
    def __init__(self, test, example, got):
        self.test, self.example, self.got = test, example, got

    def __str__(self):
        return str(self.test)


class UnexpectedException(Exception):
    def __init__(self, test, example, exc_info):
        self.test, self.example, self.exc_info = test, example, exc_info

    def __str__(self):
        return str(self.test)


class DocTestRunner:
    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = '-v' in sys.argv if verbose is None else verbose
        self.optionflags = optionflags
        self.tries = self.failures = 0
        self._tally = {}

    def report_start(self, out, test, example):
        if self._verbose:
            told = f'Expecting:\n{_indented(example.want)}' if example.want else 'Expecting nothing\n'
            out(f'Trying:\n{_indented(example.source)}{told}')

    def report_success(self, out, test, example, got):
        if self._verbose:
            out('ok\n')

    def report_failure(self, out, test, example, got):
        out(self._head(test, example) + self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        shown = ''.join(traceback.format_exception(*exc_info))
        out(self._head(test, example) + 'Exception raised:\n' + _indented(shown))

    def _head(self, test, example):
        if test.filename:
            line = '?' if test.lineno is None else test.lineno + example.lineno + 1
            place = f'File "{test.filename}", line {line}, in {test.name}'
        else:
            place = f'Line {example.lineno + 1}, in {test.name}'
        return f'{_RULER}\n{place}\nFailed example:\n{_indented(example.source)}'

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        show = out or sys.stdout.write
        failures = tries = 0
        usual = self.optionflags
        for number, example in enumerate(test.examples):
            self.optionflags = usual
            for flag, on in example.options.items():
                self.optionflags = self.optionflags | flag if on else self.optionflags & ~flag
            if self.optionflags & SKIP:
                continue
            tries += 1
            quiet = self.optionflags & REPORT_ONLY_FIRST_FAILURE and failures
            if not quiet:
                self.report_start(show, test, example)
            got, exc_info = self._execute(test, example, number)
            if exc_info is None:
                good = self._checker.check_output(example.want, got, self.optionflags)
            elif example.exc_msg is None:
                good = None
            else:
                said = traceback.format_exception_only(*exc_info[:2])[-1]
                good = self._checker.check_output(example.exc_msg, said, self.optionflags)
                if not good and self.optionflags & IGNORE_EXCEPTION_DETAIL:
                    good = _bare_name(example.exc_msg) == _bare_name(said)
                if not good:
                    got += ''.join(traceback.format_exception(*exc_info))
            if good:
                if not quiet:
                    self.report_success(show, test, example, got)
                continue
            failures += 1
            if not quiet:
                if good is None:
                    self.report_unexpected_exception(show, test, example, exc_info)
                else:
                    self.report_failure(show, test, example, got)
            if self.optionflags & FAIL_FAST:
                break
        self.optionflags = usual
        failed, tried = self._tally.get(test.name, (0, 0))
        self._tally[test.name] = failed + failures, tried + tries
        self.failures += failures
        self.tries += tries
        if clear_globs:
            test.globs.clear()
        return TestResults(failures, tries)

    def _execute(self, test, example, number):
        kept, sys.stdout = sys.stdout, io.StringIO()
        hook, sys.displayhook = sys.displayhook, sys.__displayhook__
        exc_info = None
        try:
            exec(compile(example.source, f'<doctest {test.name}[{number}]>', 'single'), test.globs)
        except KeyboardInterrupt:
            raise
        except BaseException:
            kind, value, trace = sys.exc_info()
            exc_info = kind, value, trace.tb_next
        finally:
            got, sys.stdout, sys.displayhook = sys.stdout.getvalue(), kept, hook
        # a last line without an end is still a line
        return got + '\n' if got and not got.endswith('\n') else got, exc_info

    def summarize(self, verbose=None):
        verbose = self._verbose if verbose is None else verbose
        empty, passed, failed = [], [], []
        for name, (failures, tries) in sorted(self._tally.items()):
            (empty if not tries else failed if failures else passed).append((name, failures, tries))
        if verbose:
            if empty:
                print(len(empty), 'items had no tests:')
                print(*[f'    {name}' for name, _, _ in empty], sep='\n')
            if passed:
                print(len(passed), 'items passed all tests:')
                print(*[f' {tries:3d} tests in {name}' for name, _, tries in passed], sep='\n')
        if failed:
            print(_RULER)
            print(len(failed), 'items had failures:')
            print(*[f' {failures:3d} of {tries:3d} in {name}' for name, failures, tries in failed], sep='\n')
        if verbose:
            print(self.tries, 'tests in', len(self._tally), 'items.')
            print(self.tries - self.failures, 'passed and', self.failures, 'failed.')
        if self.failures:
            print(f'***Test Failed*** {self.failures} failures.')
        elif verbose:
            print('Test passed.')
        return TestResults(self.failures, self.tries)


def _bare_name(message):
    """The name of an exception without its module and without what it says."""
    return message.split('\n')[0].partition(':')[0].rpartition('.')[2]


class DebugRunner(DocTestRunner):
    def report_failure(self, out, test, example, got):
        raise DocTestFailure(test, example, got)

    def report_unexpected_exception(self, out, test, example, exc_info):
        raise UnexpectedException(test, example, exc_info)


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None, raise_on_error=False,
            exclude_empty=False):
    if m is None:
        m = sys.modules.get('__main__')
    if not isinstance(m, types.ModuleType):
        raise TypeError(f'testmod: module required; {m!r}')
    runner = (DebugRunner if raise_on_error else DocTestRunner)(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(exclude_empty=exclude_empty).find(m, name or m.__name__, globs=globs, extraglobs=extraglobs):
        runner.run(test)
    if report:
        runner.summarize()
    return TestResults(runner.failures, runner.tries)


def testfile(filename, module_relative=True, name=None, package=None, globs=None, verbose=None, report=True, optionflags=0,
             extraglobs=None, raise_on_error=False, parser=DocTestParser(), encoding=None):
    with open(filename, encoding=encoding or 'utf-8') as file:
        text = file.read()
    names = {'__name__': '__main__', **(globs or {}), **(extraglobs or {})}
    runner = (DebugRunner if raise_on_error else DocTestRunner)(verbose=verbose, optionflags=optionflags)
    runner.run(parser.get_doctest(text, names, name or filename.rpartition('/')[2], filename, 0))
    if report:
        runner.summarize()
    return TestResults(runner.failures, runner.tries)


def run_docstring_examples(f, globs, verbose=False, name='NoName', compileflags=None, optionflags=0):
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(verbose=verbose, recurse=False).find(f, name, globs=globs):
        runner.run(test, compileflags=compileflags)


class DocTestCase(unittest.TestCase):
    def __init__(self, test, optionflags=0, setUp=None, tearDown=None, checker=None):
        super().__init__()
        self._dt_test, self._dt_optionflags, self._dt_checker = test, optionflags, checker
        self._dt_setUp, self._dt_tearDown = setUp, tearDown
        self._dt_globs = test.globs.copy()

    def setUp(self):
        if self._dt_setUp is not None:
            self._dt_setUp(self._dt_test)

    def tearDown(self):
        if self._dt_tearDown is not None:
            self._dt_tearDown(self._dt_test)
        self._dt_test.globs.clear()
        self._dt_test.globs.update(self._dt_globs)

    def runTest(self):
        test, lines = self._dt_test, []
        runner = DocTestRunner(self._dt_checker, False, self._dt_optionflags)
        if runner.run(test, out=lines.append, clear_globs=False).failed:
            line = 'unknown line number' if test.lineno is None else test.lineno
            raise self.failureException(f'Failed doctest test for {test.name}\n  File "{test.filename}", line {line}, in '
                                        f'{test.name.rpartition(".")[2]}\n\n{"".join(lines)}')

    def id(self):
        return self._dt_test.name

    def __repr__(self):
        name = self._dt_test.name.split('.')
        return f'{name[-1]} ({".".join(name[:-1])})'

    __str__ = __repr__

    def shortDescription(self):
        return f'Doctest: {self._dt_test.name}'


def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None, **options):
    if module is None:
        module = sys.modules.get(sys._getframe().f_globals.get('__name__', '__main__'))
    elif isinstance(module, str):
        module = __import__(module, fromlist=['*'])
    suite = unittest.TestSuite()
    for test in (test_finder or DocTestFinder()).find(module, globs=globs, extraglobs=extraglobs):
        if test.examples:
            suite.addTest(DocTestCase(test, **options))
    return suite
