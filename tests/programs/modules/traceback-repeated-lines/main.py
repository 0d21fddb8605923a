"""Recursion: the fourth repetition and all further ones are summed up."""
import traceback


def down(n):
    if n == 0:
        raise ValueError("bottom")
    down(n - 1)


for depth in (2, 3, 4, 20):
    try:
        down(depth)
    except ValueError as problem:
        text = "".join(traceback.format_exception(problem))
        print(text.replace(__file__, "main.py"))
