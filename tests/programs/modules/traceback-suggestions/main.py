"""Did you mean: in format_exc as on stderr."""
import traceback


class Box:
    content = 1


value = 3
for attempt in (lambda: valeu, lambda: Box().contnet, lambda: [].appendd, lambda: prnt):
    try:
        attempt()
    except (NameError, AttributeError) as problem:
        print(traceback.format_exception_only(problem))
