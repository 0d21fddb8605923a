"""A SyntaxError's text has the line and a caret."""
import traceback

for source in ("x = = 1", "def f(:\n    pass", "print('unclosed", "if True\n    pass", "    indented = 1"):
    try:
        compile(source, "given.py", "exec")
    except SyntaxError as problem:
        print("".join(traceback.format_exception_only(problem)), end="")
        print(problem.lineno, problem.filename)
