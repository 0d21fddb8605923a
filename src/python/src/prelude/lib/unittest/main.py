"""unittest.main: the command line of a test program."""

import sys

from . import loader, runner

_FLAGS = {'-v': ('verbosity', 2), '--verbose': ('verbosity', 2), '-q': ('verbosity', 0), '--quiet': ('verbosity', 0),
          '-f': ('failfast', True), '--failfast': ('failfast', True), '-b': ('buffer', True),
          '--buffer': ('buffer', True), '--locals': ('tb_locals', True), '-c': ('catchbreak', True),
          '--catch': ('catchbreak', True)}


def _imported(name):
    """The module itself: an import gives the package it is in."""
    found = __import__(name)
    for part in name.split('.')[1:]:
        found = getattr(found, part)
    return found


class TestProgram:
    module = None
    verbosity = 1
    failfast = buffer = catchbreak = tb_locals = warnings = None
    testNamePatterns = None

    def __init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None,
                 testLoader=loader.defaultTestLoader, exit=True, verbosity=1, failfast=None, catchbreak=None,
                 buffer=None, warnings=None, *, tb_locals=False):
        self.module = _imported(module) if isinstance(module, str) else module
        self.exit, self.verbosity, self.failfast, self.catchbreak = exit, verbosity, failfast, catchbreak
        self.buffer, self.tb_locals, self.defaultTest = buffer, tb_locals, defaultTest
        self.testRunner, self.testLoader = testRunner, testLoader
        argv = sys.argv if argv is None else argv
        self.progName = argv[0].rsplit('/', 1)[-1] if argv else ''
        self.parseArgs(argv)
        self.runTests()

    def parseArgs(self, argv):
        names = []
        rest = iter(argv[1:])
        for word in rest:
            if word in _FLAGS:
                name, value = _FLAGS[word]
                setattr(self, name, value)
            elif word == '-k':
                pattern = next(rest, '')
                self.testNamePatterns = (self.testNamePatterns or []) + [
                    pattern if '*' in pattern else f'*{pattern}*']
            elif word in ('-h', '--help'):
                print(self._usage(), end='')
                sys.exit(0)
            elif word.startswith('-') and word != '-':
                sys.stderr.write(f'{self._usage()}{self.progName}: error: unrecognized arguments: {word}\n')
                sys.exit(2)
            else:
                names.append(word)
        self.testNames = names or self.defaultTest
        if isinstance(self.testNames, str):
            self.testNames = [self.testNames]
        self.createTests()

    def _usage(self):
        from argparse import ArgumentParser
        parser = ArgumentParser(self.progName)
        for flag in ('-v', '-q', '--locals', '-f', '-c', '-b'):
            parser.add_argument(flag, action='store_true')
        parser.add_argument('-k', metavar='TESTNAMEPATTERNS')
        parser.add_argument('tests', nargs='*')
        return parser.format_usage()

    def createTests(self):
        finder, patterns = self.testLoader, self.testNamePatterns
        if patterns:
            finder.testNamePatterns = patterns
        if self.testNames is not None:
            self.test = finder.loadTestsFromNames(self.testNames, self.module)
        else:
            self.test = finder.loadTestsFromModule(self.module)

    def runTests(self):
        made = self.testRunner or runner.TextTestRunner
        if isinstance(made, type):
            try:
                made = made(verbosity=self.verbosity, failfast=self.failfast, buffer=self.buffer)
            except TypeError:
                made = made()
        self.result = result = made.run(self.test)
        if self.exit:
            sys.exit(not result.wasSuccessful())


main = TestProgram
