"""literal_eval: literals and nothing else."""
import ast

for text in ("1", "-2.5", "'text'", "b'bytes'", "[1, 'two', (3,), {4: 5}]", "{1, 2}", "{'a': [None, True, False]}", "()", "(1)", "1 + 2j", "-1", "+3",
             "'a' 'b'", '"""long\nstring"""', "  [1]", "1, 2", "0x1f", "1_000", "...", "[1,\n 2, # comment\n]", "set()", r"'\n'", "{}", "[]"):
    print(repr(text), "->", repr(ast.literal_eval(text)))
for text in ("x", "f()", "1 + 2", "[x for x in y]", "a.b", "__import__('os')", "-'a'", "not True"):
    try:
        print(ast.literal_eval(text))
    except ValueError as problem:
        print(text, "ValueError", str(problem).split(":")[0])
for text in ("[1", "", "1 2", "'open"):
    try:
        ast.literal_eval(text)
    except SyntaxError as problem:
        print(repr(text), type(problem).__name__)
