# The report of a run, without its time: each kind of outcome, and the messages of the assert methods.
import io
import unittest


class Outcomes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("class ready")

    def setUp(self):
        self.addCleanup(print, "cleanup")

    def test_a_passes(self):
        self.assertEqual(sum([1, 2]), 3)

    def test_b_fails(self):
        "A failing test with a first line."
        self.assertEqual(1, 2, "numbers")

    def test_c_errors(self):
        {}["missing"]

    @unittest.skip("not today")
    def test_d_skipped(self):
        self.fail("never reached")

    @unittest.expectedFailure
    def test_e_expected(self):
        self.assertTrue(0)

    @unittest.expectedFailure
    def test_f_unexpected(self):
        pass

    def test_g_subtests(self):
        for i in range(4):
            with self.subTest("odd", i=i):
                self.assertEqual(i % 2, 0)


class Messages(unittest.TestCase):
    def failing(self, method, *args, **kwargs):
        with self.assertRaises(AssertionError) as caught:
            getattr(self, method)(*args, **kwargs)
        print(method, "->", caught.exception)

    def test_messages(self):
        self.failing("assertIn", 1, [2])
        self.failing("assertNotIn", 1, [1])
        self.failing("assertIsNone", 3)
        self.failing("assertIsNotNone", None)
        self.failing("assertIsInstance", 1, str)
        self.failing("assertNotIsInstance", 1, int)
        self.failing("assertGreater", 1, 2)
        self.failing("assertLessEqual", 3, 2)
        self.failing("assertAlmostEqual", 1.0, 1.1)
        self.failing("assertAlmostEqual", 1.0, 1.5, delta=0.25)
        self.failing("assertNotAlmostEqual", 1.0, 1.0)
        self.failing("assertIs", [], [])
        self.failing("assertNotEqual", 1, 1, msg="same")
        self.failing("assertCountEqual", "aab", "abb")
        self.failing("assertSetEqual", {1}, {2})
        self.failing("assertRaises", ValueError, int, "1")
        self.failing("fail", "plainly")

    def test_contexts(self):
        with self.assertRaises(ValueError) as caught:
            int("x")
        print(caught.exception)
        self.assertRaises(ZeroDivisionError, lambda: 1 / 0)
        with self.assertRaises(TypeError):
            self.assertRaises(5, int)


class Broken(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise RuntimeError("no class")

    def test_never(self):
        print("never")


for verbosity in (1, 2):
    stream = io.StringIO()
    suite = unittest.TestSuite()
    for case in (Outcomes, Messages, Broken):
        suite.addTest(unittest.defaultTestLoader.loadTestsFromTestCase(case))
    result = unittest.TextTestRunner(stream=stream, verbosity=verbosity).run(suite)
    for line in stream.getvalue().splitlines():
        if line.startswith("  File ") or not line.strip(" ~^"):
            continue
        print("Ran in time" if line.startswith("Ran ") else line)
    print(result.testsRun, len(result.failures), len(result.errors), len(result.skipped), result.wasSuccessful())
