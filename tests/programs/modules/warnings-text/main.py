"""The text of a warning: file, line, category, message and the source line."""
import sys
import warnings

print(warnings.formatwarning("text", UserWarning, __file__, 5).replace(__file__, "main.py"), end="")
print(warnings.formatwarning("text", UserWarning, "absent.py", 5), end="")
print(warnings.formatwarning("text", UserWarning, "x.py", 1, line="  given()  "), end="")
sys.stderr = sys.stdout
warnings.showwarning = lambda message, category, filename, lineno, file=None, line=None: print("shown:", category.__name__, message)
warnings.warn("through the hook")
warnings.warn_explicit("explicit", UserWarning, "other.py", 7)
