"""The assert methods of a test case, and the contexts behind assertRaises, assertWarns and assertLogs."""

import sys

from . import util


def _all_subclasses(kinds, base):
    return all(isinstance(kind, type) and issubclass(kind, base)
               for kind in (kinds if isinstance(kinds, tuple) else (kinds,)))


class _Expecting:
    """What assertRaises and assertWarns have in common: a `with` block, or a callable with arguments."""

    _base = BaseException
    _base_words = 'an exception type or tuple of exception types'

    def __init__(self, expected, test_case, expected_regex=None):
        self.test_case, self.expected = test_case, expected
        if expected_regex is not None:
            import re
            expected_regex = re.compile(expected_regex)
        self.expected_regex = expected_regex
        self.obj_name = self.msg = None

    def _raiseFailure(self, words):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, words))

    def handle(self, name, args, kwargs):
        try:
            if not _all_subclasses(self.expected, self._base):
                raise TypeError(f'{name}() arg 1 must be {self._base_words}')
            if not args:
                self.msg = kwargs.pop('msg', None)
                if kwargs:
                    raise TypeError(f'{next(iter(kwargs))!r} is an invalid keyword argument for this function')
                return self
            function, *rest = args
            try:
                self.obj_name = function.__name__
            except AttributeError:
                self.obj_name = str(function)
            with self:
                function(*rest, **kwargs)
        finally:
            # the context refers to the exception, whose frames refer to the context
            self = None


class _AssertRaisesContext(_Expecting):
    def __enter__(self):
        return self

    def __exit__(self, kind, error, tb):
        if kind is None:
            try:
                name = self.expected.__name__
            except AttributeError:
                name = str(self.expected)
            self._raiseFailure(f'{name} not raised by {self.obj_name}' if self.obj_name else f'{name} not raised')
        if not issubclass(kind, self.expected):
            return False
        self.exception = error.with_traceback(None)
        if self.expected_regex is not None and not self.expected_regex.search(str(error)):
            self._raiseFailure(f'"{self.expected_regex.pattern}" does not match "{error}"')
        return True

    def __class_getitem__(cls, item):
        return cls


class _AssertWarnsContext(_Expecting):
    _base = Warning
    _base_words = 'a warning class or tuple of warning classes'

    def __enter__(self):
        import warnings
        for module in list(sys.modules.values()):
            if getattr(module, '__warningregistry__', None):
                module.__warningregistry__ = {}
        self.warnings_manager = warnings.catch_warnings(record=True)
        self.warnings = self.warnings_manager.__enter__()
        warnings.simplefilter('always', self.expected)
        return self

    def __exit__(self, kind, error, tb):
        self.warnings_manager.__exit__(kind, error, tb)
        if kind is not None:
            return
        try:
            name = self.expected.__name__
        except AttributeError:
            name = str(self.expected)
        first = None
        for caught in self.warnings:
            warning = caught.message
            if not isinstance(warning, self.expected):
                continue
            if first is None:
                first = warning
            if self.expected_regex is not None and not self.expected_regex.search(str(warning)):
                continue
            self.warning, self.filename, self.lineno = warning, caught.filename, caught.lineno
            return
        if first is not None:
            self._raiseFailure(f'"{self.expected_regex.pattern}" does not match "{first}"')
        self._raiseFailure(f'{name} not triggered by {self.obj_name}' if self.obj_name else f'{name} not triggered')


class _AssertLogsContext:
    def __init__(self, test_case, logger_name, level, no_logs):
        import logging
        self.test_case, self.logger_name, self.no_logs = test_case, logger_name, no_logs
        self.level = logging._nameToLevel.get(level, level) if level else logging.INFO
        self.msg = None

    def __enter__(self):
        import logging
        context = self

        class Catching(logging.Handler):
            def emit(self, record):
                context.records.append(record)
                context.output.append(self.format(record))

        self.records, self.output = [], []
        if isinstance(self.logger_name, logging.Logger):
            logger = self.logger = self.logger_name
        else:
            logger = self.logger = logging.getLogger(self.logger_name)
        handler = Catching()
        handler.setLevel(self.level)
        handler.setFormatter(logging.Formatter('%(levelname)s:%(name)s:%(message)s'))
        self.before = logger.handlers[:], logger.level, logger.propagate
        logger.handlers = [handler]
        logger.setLevel(self.level)
        logger.propagate = False
        return None if self.no_logs else self

    def __exit__(self, kind, error, tb):
        import logging
        logger = self.logger
        logger.handlers, level, logger.propagate = self.before
        logger.setLevel(level)
        if kind is not None:
            return False
        if self.no_logs:
            if self.records:
                raise self.test_case.failureException(
                    self.test_case._formatMessage(self.msg, f'Unexpected logs found: {self.output!r}'))
        elif not self.records:
            raise self.test_case.failureException(self.test_case._formatMessage(
                self.msg, f'no logs of level {logging.getLevelName(self.level)} or higher triggered on {logger.name}'))


class Assertions:
    """Contexts, and the plain comparisons."""

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _fail(self, msg, standard):
        raise self.failureException(self._formatMessage(msg, standard))

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._fail(msg, f'{util.safe_repr(expr)} is not true')

    def assertFalse(self, expr, msg=None):
        if expr:
            self._fail(msg, f'{util.safe_repr(expr)} is not false')

    def assertRaises(self, expected_exception, *args, **kwargs):
        return _AssertRaisesContext(expected_exception, self).handle('assertRaises', args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        context = _AssertRaisesContext(expected_exception, self, expected_regex)
        return context.handle('assertRaisesRegex', args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return _AssertWarnsContext(expected_warning, self).handle('assertWarns', args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        context = _AssertWarnsContext(expected_warning, self, expected_regex)
        return context.handle('assertWarnsRegex', args, kwargs)

    def assertLogs(self, logger=None, level=None):
        return _AssertLogsContext(self, logger, level, no_logs=False)

    def assertNoLogs(self, logger=None, level=None):
        return _AssertLogsContext(self, logger, level, no_logs=True)

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._fail(msg, f'{util.safe_repr(expr1)} is not {util.safe_repr(expr2)}')

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._fail(msg, f'unexpectedly identical: {util.safe_repr(expr1)}')

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._fail(msg, f'{util.safe_repr(obj)} is not None')

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._fail(msg, 'unexpectedly None')

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._fail(msg, f'{util.safe_repr(member)} not found in {util.safe_repr(container)}')

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._fail(msg, f'{util.safe_repr(member)} unexpectedly found in {util.safe_repr(container)}')

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._fail(msg, f'{util.safe_repr(obj)} is not an instance of {cls!r}')

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._fail(msg, f'{util.safe_repr(obj)} is an instance of {cls!r}')

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._fail(msg, f'{util.safe_repr(a)} not less than {util.safe_repr(b)}')

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._fail(msg, f'{util.safe_repr(a)} not less than or equal to {util.safe_repr(b)}')

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._fail(msg, f'{util.safe_repr(a)} not greater than {util.safe_repr(b)}')

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._fail(msg, f'{util.safe_repr(a)} not greater than or equal to {util.safe_repr(b)}')

    def assertRegex(self, text, expected_regex, msg=None):
        import re
        if isinstance(expected_regex, (str, bytes)):
            assert expected_regex, 'expected_regex must not be empty.'
        expected = re.compile(expected_regex)
        if not expected.search(text):
            self._fail(msg, f"Regex didn't match: {expected.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        import re
        unexpected = re.compile(unexpected_regex)
        match = unexpected.search(text)
        if match:
            found = text[match.start():match.end()]
            self._fail(msg, f'Regex matched: {found!r} matches {unexpected.pattern!r} in {text!r}')

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        if delta is not None and places is not None:
            raise TypeError('specify delta or places not both')
        difference = abs(first - second)
        shown = f'{util.safe_repr(first)} != {util.safe_repr(second)} within'
        if delta is not None:
            if difference <= delta:
                return
            words = f'{shown} {util.safe_repr(delta)} delta ({util.safe_repr(difference)} difference)'
        else:
            places = 7 if places is None else places
            if round(difference, places) == 0:
                return
            words = f'{shown} {places!r} places ({util.safe_repr(difference)} difference)'
        self._fail(msg, words)

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if delta is not None and places is not None:
            raise TypeError('specify delta or places not both')
        difference = abs(first - second)
        shown = f'{util.safe_repr(first)} == {util.safe_repr(second)} within'
        if delta is not None:
            if first != second and difference > delta:
                return
            words = f'{shown} {util.safe_repr(delta)} delta ({util.safe_repr(difference)} difference)'
        else:
            places = 7 if places is None else places
            if first != second and round(difference, places) != 0:
                return
            words = f'{shown} {places!r} places'
        self._fail(msg, words)


class AssertionMethods:
    """Comparisons that show where two containers or texts differ."""

    def _getAssertEqualityFunc(self, first, second):
        if type(first) is type(second):
            function = self._type_equality_funcs.get(type(first))
            if function is not None:
                return getattr(self, function) if isinstance(function, str) else function
        return self._baseAssertEqual

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            self._fail(msg, '{} != {}'.format(*util.common_shorten_repr(first, second)))

    def assertEqual(self, first, second, msg=None):
        self._getAssertEqualityFunc(first, second)(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._fail(msg, f'{util.safe_repr(first)} == {util.safe_repr(second)}')

    def _lines_differ(self, first, second):
        from difflib import ndiff
        from pprint import pformat
        return '\n' + '\n'.join(ndiff(pformat(first).splitlines(), pformat(second).splitlines()))

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        if seq_type is not None:
            name = seq_type.__name__
            for which, seq in (('First', seq1), ('Second', seq2)):
                if not isinstance(seq, seq_type):
                    raise self.failureException(f'{which} sequence is not a {name}: {util.safe_repr(seq)}')
        else:
            name = 'sequence'
        words = None
        try:
            len1 = len(seq1)
        except (TypeError, NotImplementedError):
            words = f'First {name} has no length.    Non-sequence?'
        if words is None:
            try:
                len2 = len(seq2)
            except (TypeError, NotImplementedError):
                words = f'Second {name} has no length.    Non-sequence?'
        if words is None:
            if seq1 == seq2:
                return
            words = '%ss differ: %s != %s\n' % ((name.capitalize(),) + util.common_shorten_repr(seq1, seq2))
            for i in range(min(len1, len2)):
                try:
                    item1 = seq1[i]
                except (TypeError, IndexError, NotImplementedError):
                    words += f'\nUnable to index element {i} of first {name}\n'
                    break
                try:
                    item2 = seq2[i]
                except (TypeError, IndexError, NotImplementedError):
                    words += f'\nUnable to index element {i} of second {name}\n'
                    break
                if item1 != item2:
                    shown = '%s\n%s\n' % util.common_shorten_repr(item1, item2)
                    words += f'\nFirst differing element {i}:\n{shown}'
                    break
            else:
                if len1 == len2 and seq_type is None and type(seq1) != type(seq2):
                    return
            longer, which, extra = (seq1, 'First', len1 - len2) if len1 > len2 else (seq2, 'Second', len2 - len1)
            if extra:
                at = min(len1, len2)
                words += f'\n{which} {name} contains {extra} additional elements.\n'
                try:
                    words += f'First extra element {at}:\n{util.safe_repr(longer[at])}\n'
                except (TypeError, IndexError, NotImplementedError):
                    words += f'Unable to index element {at} of {which.lower()} {name}\n'
        self.fail(self._formatMessage(msg, self._truncateMessage(words, self._lines_differ(seq1, seq2))))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        differences = []
        for which, one, other in (('first', set1, set2), ('second', set2, set1)):
            try:
                differences.append(one.difference(other))
            except TypeError as e:
                self.fail(f'invalid type when attempting set difference: {e}')
            except AttributeError as e:
                self.fail(f'{which} argument does not support set difference: {e}')
        first, second = differences
        if not (first or second):
            return
        lines = []
        if first:
            lines += ['Items in the first set but not the second:', *map(repr, first)]
        if second:
            lines += ['Items in the second set but not the first:', *map(repr, second)]
        self.fail(self._formatMessage(msg, '\n'.join(lines)))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, 'First argument is not a dictionary')
        self.assertIsInstance(d2, dict, 'Second argument is not a dictionary')
        if d1 != d2:
            words = '%s != %s' % util.common_shorten_repr(d1, d2)
            self.fail(self._formatMessage(msg, self._truncateMessage(words, self._lines_differ(d1, d2))))

    def assertDictContainsSubset(self, subset, dictionary, msg=None):
        import warnings
        warnings.warn('assertDictContainsSubset is deprecated', DeprecationWarning)
        missing = [key for key in subset if key not in dictionary]
        mismatched = [f'{util.safe_repr(key)}, expected: {util.safe_repr(value)}, '
                      f'actual: {util.safe_repr(dictionary[key])}'
                      for key, value in subset.items() if key in dictionary and value != dictionary[key]]
        if not (missing or mismatched):
            return
        words = ''
        if missing:
            words = 'Missing: ' + ','.join(map(util.safe_repr, missing))
        if mismatched:
            words += ('; ' if words else '') + 'Mismatched values: ' + ','.join(mismatched)
        self.fail(self._formatMessage(msg, words))

    def assertCountEqual(self, first, second, msg=None):
        differences = util.count_differences(first, second)
        if differences:
            lines = [f'First has {a}, Second has {b}:  {item!r}' for a, b, item in differences]
            words = 'Element counts were not equal:\n'
            self.fail(self._formatMessage(msg, self._truncateMessage(words, '\n'.join(lines))))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, 'First argument is not a string')
        self.assertIsInstance(second, str, 'Second argument is not a string')
        if first == second:
            return
        if len(first) > self._diffThreshold or len(second) > self._diffThreshold:
            self._baseAssertEqual(first, second, msg)
        from difflib import ndiff
        lines1, lines2 = first.splitlines(keepends=True), second.splitlines(keepends=True)
        if len(lines1) == 1 and first.strip('\r\n') == first:
            lines1, lines2 = [first + '\n'], [second + '\n']
        words = '%s != %s' % util.common_shorten_repr(first, second)
        diff = '\n' + ''.join(ndiff(lines1, lines2))
        self.fail(self._formatMessage(msg, self._truncateMessage(words, diff)))


def _deprecated(name):
    def method(self, *args, **kwargs):
        import warnings
        warnings.warn(f'Please use {name} instead.', DeprecationWarning, 2)
        return getattr(self, name)(*args, **kwargs)
    return method


for _old, _new in {'assertEquals': 'assertEqual', 'assertNotEquals': 'assertNotEqual',
                   'assert_': 'assertTrue', 'assertAlmostEquals': 'assertAlmostEqual',
                   'assertNotAlmostEquals': 'assertNotAlmostEqual', 'assertRegexpMatches': 'assertRegex',
                   'assertRaisesRegexp': 'assertRaisesRegex', 'assertNotRegexpMatches': 'assertNotRegex'}.items():
    setattr(AssertionMethods, _old, _deprecated(_new))
