"""unittest.main: the command line of a test program."""

import sys

from . import loader, runner

_FLAGS = {'-v': ('verbosity', 2), '--verbose': ('verbosity', 2), '-q': ('verbosity', 0), '--quiet': ('verbosity', 0),
          '-f': ('failfast', True), '--failfast': ('failfast', True), '-b': ('buffer', True),
          '--buffer': ('buffer', True), '--locals': ('tb_locals', True), '-c': ('catchbreak', True),
          '--catch': ('catchbreak', True)}


class TestProgram:
    module = None
    verbosity = 1
    failfast = buffer = catchbreak = tb_locals = warnings = None
    testNamePatterns = None

    def __init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None,
                 testLoader=loader.defaultTestLoader, exit=True, verbosity=1, failfast=None, catchbreak=None,
                 buffer=None, warnings=None, *, tb_locals=False):
        if isinstance(module, str):
            self.module = __import__(module)
            for part in module.split('.')[1:]:
                self.module = getattr(self.module, part)
        else:
            self.module = module
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
                print(f'usage: {self.progName} [-h] [-v] [-q] [--locals] [-f] [-c] [-b] [-k TESTNAMEPATTERNS] '
                      '[tests ...]')
                sys.exit(0)
            elif word.startswith('-') and word != '-':
                sys.stderr.write(f'usage: {self.progName} [-h] [-v] [-q] [--locals] [-f] [-c] [-b] '
                                 f'[-k TESTNAMEPATTERNS] [tests ...]\n{self.progName}: error: '
                                 f'unrecognized arguments: {word}\n')
                sys.exit(2)
            else:
                names.append(word)
        self.testNames = names or self.defaultTest
        if isinstance(self.testNames, str):
            self.testNames = [self.testNames]
        self.createTests()

    def createTests(self):
        if self.testNamePatterns:
            self.testLoader.testNamePatterns = self.testNamePatterns
        if self.testNames is None:
            self.test = self.testLoader.loadTestsFromModule(self.module)
        else:
            self.test = self.testLoader.loadTestsFromNames(self.testNames, self.module)

    def runTests(self):
        if self.testRunner is None:
            self.testRunner = runner.TextTestRunner
        made = self.testRunner
        if isinstance(made, type):
            try:
                made = made(verbosity=self.verbosity, failfast=self.failfast, buffer=self.buffer)
            except TypeError:
                made = made()
        self.result = made.run(self.test)
        if self.exit:
            sys.exit(not self.result.wasSuccessful())


main = TestProgram
