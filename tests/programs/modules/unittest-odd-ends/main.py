"""Cleanups, skips, expected failures, subtests, classes that fail to set up, wrong names, the command line."""
import unittest, sys, io
log=[]
class A(unittest.TestCase):
    @classmethod
    def setUpClass(cls): cls.addClassCleanup(log.append,'classclean'); log.append('suc')
    @classmethod
    def tearDownClass(cls): log.append('tdc')
    def setUp(self): self.addCleanup(log.append,'c1'); self.addCleanup(log.append,'c2')
    def tearDown(self): log.append('td')
    def test_ok(self): "Doc line.\nmore"; self.assertEqual(1,1)
    def test_fail(self): self.assertEqual([1,2],[1,3],'msg')
    def test_err(self): {}[1]
    @unittest.skip('why')
    def test_skip(self): pass
    @unittest.skipIf(True,'if')
    def test_skipif(self): pass
    @unittest.expectedFailure
    def test_xf(self): self.fail('x')
    @unittest.expectedFailure
    def test_xs(self): pass
    def test_sub(self):
        for i in range(4):
            with self.subTest('m',i=i): self.assertTrue(i%2==0)
    def test_skipself(self): self.skipTest('me')
    def test_clean_err(self): self.addCleanup(lambda: 1/0)
    def test_long(self): self.longMessage=False; self.assertIs(1,2,'short')
@unittest.skip('class')
class B(unittest.TestCase):
    def test_b(self): pass
class C(unittest.TestCase):
    def setUp(self): raise ValueError('su')
    def test_c(self): pass
class D(unittest.TestCase):
    @classmethod
    def setUpClass(cls): cls.addClassCleanup(log.append,'dcc'); raise ValueError('cls')
    def test_d(self): pass
def load(*cs): return unittest.TestSuite([unittest.defaultTestLoader.loadTestsFromTestCase(c) for c in cs])
s=io.StringIO()
r=unittest.TextTestRunner(stream=s,verbosity=2).run(load(A,B,C,D))
import re
print(r, len(r.failures), len(r.errors), len(r.skipped), len(r.expectedFailures), len(r.unexpectedSuccesses), r.wasSuccessful(), log)
r=unittest.TestResult(); r.failfast=True; load(A).run(r); print(r, r.shouldStop)
for f in (lambda: A('nope'), lambda: A('test_skip').debug(), lambda: A('test_fail').debug(), lambda: unittest.TestCase().run(), lambda: unittest.defaultTestLoader.loadTestsFromTestCase(unittest.TestSuite), lambda: unittest.defaultTestLoader.loadTestsFromName('A.nope',sys.modules['__main__']).debug()):
    try: print(f())
    except BaseException as e: print(type(e).__name__, str(e)[:120])
print(A('test_ok'), repr(A('test_ok')), A('test_ok').id(), A('test_ok').shortDescription(), A('test_ok')==A('test_ok'), A('test_ok')==A('test_err'), A('test_ok')==3, A('test_ok').countTestCases())
f=unittest.FunctionTestCase(lambda: log.append('fn'),setUp=lambda: log.append('fsu'),description='d'); f.run(); print(f.shortDescription(), log[-2:], f.id())
print(unittest.defaultTestLoader.getTestCaseNames(A))
class M(unittest.TestCase):
    def test_1(self): print('run1')
    def test_2(self): print('run2'); self.assertIn(3,[1])
sys.stderr=sys.stdout
try: unittest.main(argv=['prog','-q','M.test_1'])
except SystemExit as e: print('exit',e.code)
p=unittest.main(argv=['prog','M','-k','_1'],exit=False,verbosity=0); print(p.result.testsRun)
try: unittest.main(argv=['prog','-z'])
except SystemExit as e: print('exit',e.code)
print(sorted(re.findall(r"(?m)^(?:FAIL|ERROR|UNEXPECTED SUCCESS): .*", s.getvalue())))
