"""Words and comparisons that test cases and reports share."""

_LONGEST = 80
_SHOWN_OF_DIFFERENCE = 12


def safe_repr(obj, short=False):
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    if short and len(text) >= _LONGEST:
        return text[:_LONGEST] + ' [truncated]...'
    return text


def strclass(cls):
    return f'{cls.__module__}.{cls.__qualname__}'


def _shared_start(texts):
    first, last = min(texts), max(texts)
    length = 0
    for one, other in zip(first, last):
        if one != other:
            break
        length += 1
    return length


def _cut(text, before, after):
    skipped = len(text) - before - after
    if skipped > 12:
        return f'{text[:before]}[{skipped} chars]{text[len(text) - after:]}'
    return text


def common_shorten_repr(*values):
    """Texts of values, shortened where they are the same, so that the difference stays visible."""
    texts = tuple(map(safe_repr, values))
    longest = max(map(len, texts))
    if longest <= _LONGEST:
        return texts
    start = _shared_start(texts)
    # room for the difference: the line less the part that stays of what is shared, less "[n chars]"
    room = _LONGEST - (longest - start + 5 + 12 + 5)
    if room > 5:
        shared = _cut(texts[0][:start], 5, room)
        return tuple(shared + text[start:] for text in texts)
    shared = _cut(texts[0][:start], 5, 5)
    return tuple(shared + _cut(text[start:], _SHOWN_OF_DIFFERENCE, 5) for text in texts)


def count_differences(first, second):
    """Elements that do not occur equally often: (count in first, count in second, element)."""
    first, second = list(first), list(second)
    try:
        counts = {}
        for at, items in ((0, first), (1, second)):
            for item in items:
                counts.setdefault(item, [0, 0])[at] += 1
        return [(a, b, item) for item, (a, b) in counts.items() if a != b]
    except TypeError:
        pass
    found, gone_first, gone_second = [], [False] * len(first), [False] * len(second)

    def count(items, gone, wanted):
        total = 0
        for i, item in enumerate(items):
            if not gone[i] and item == wanted:
                gone[i] = True
                total += 1
        return total

    for i, item in enumerate(first):
        if not gone_first[i]:
            a, b = count(first, gone_first, item), count(second, gone_second, item)
            if a != b:
                found.append((a, b, item))
    for i, item in enumerate(second):
        if not gone_second[i]:
            found.append((0, count(second, gone_second, item), item))
    return found
