"""What came out of a run: failures, errors, skipped tests."""

import sys
import traceback

from . import util

_KINDS = ('failures', 'errors', 'skipped', 'expectedFailures', 'unexpectedSuccesses')


def failfast(method):
    """For methods that note something bad: it is the last thing, where the first failure is to end the run."""
    def stopping(self, *args, **kwargs):
        self._end_if_fast()
        return method(self, *args, **kwargs)
    stopping.__name__ = method.__name__
    return stopping


class TestResult:
    # Of the suite that runs.
    _testRunEntered = _moduleSetUpFailed = False
    _previousTestClass = None

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        for kind in _KINDS:
            setattr(self, kind, [])
        self.testsRun = 0
        self.failfast = self.buffer = self.tb_locals = self.shouldStop = False
        self.collectedDurations = []
        self._kept = None

    def startTestRun(self):
        pass

    def stopTestRun(self):
        pass

    def startTest(self, test):
        self.testsRun += 1
        self._setupStdout()

    def stopTest(self, test):
        self._restoreStdout()

    def _setupStdout(self):
        if self.buffer and self._kept is None:
            from io import StringIO
            self._kept = sys.stdout, sys.stderr
            sys.stdout, sys.stderr = StringIO(), StringIO()

    def _restoreStdout(self):
        if self._kept is not None:
            sys.stdout, sys.stderr = self._kept
            self._kept = None

    def _captured(self):
        if self._kept is None:
            return ''
        text = ''
        for name, stream in (('Stdout', sys.stdout), ('Stderr', sys.stderr)):
            shown = stream.getvalue()
            if shown:
                text += f'\n{name}:\n{shown}' + ('' if shown.endswith('\n') else '\n')
        return text

    def _end_if_fast(self):
        if getattr(self, 'failfast', False):
            self.stop()

    def _note(self, kind, test, what):
        getattr(self, kind).append((test, what))

    def addSuccess(self, test):
        pass

    @failfast
    def addFailure(self, test, err):
        self._note('failures', test, self._exc_info_to_string(err, test))

    @failfast
    def addError(self, test, err):
        self._note('errors', test, self._exc_info_to_string(err, test))

    def addSkip(self, test, reason):
        self._note('skipped', test, reason)

    def addExpectedFailure(self, test, err):
        self._note('expectedFailures', test, self._exc_info_to_string(err, test))

    @failfast
    def addUnexpectedSuccess(self, test):
        unexpected = self.unexpectedSuccesses
        unexpected.append(test)

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self._end_if_fast()
            kind = 'failures' if issubclass(err[0], test.failureException) else 'errors'
            self._note(kind, subtest, self._exc_info_to_string(err, test))

    def addDuration(self, test, elapsed):
        self.collectedDurations.append((str(test), elapsed))

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def stop(self):
        self.shouldStop = True

    def _exc_info_to_string(self, err, test):
        # frames of the library are hidden here as everywhere, which is what CPython does by hand for unittest's own
        return ''.join(traceback.format_exception(err[1])) + self._captured()

    def __repr__(self):
        return (f'<{util.strclass(self.__class__)} run={self.testsRun} errors={len(self.errors)} '
                f'failures={len(self.failures)}>')
