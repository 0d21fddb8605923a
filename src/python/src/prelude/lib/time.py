"""time: clocks, sleeping, and the calendar in UTC. The natives are in `modules/time.rs`."""

timezone = altzone = 0
daylight = 0
tzname = ('UTC', 'UTC')
CLOCK_REALTIME = 0
CLOCK_MONOTONIC = 1
CLOCK_PROCESS_CPUTIME_ID = 2
CLOCK_THREAD_CPUTIME_ID = 3


def time():
    return time_ns() / 1e9


def monotonic():
    return monotonic_ns() / 1e9


def perf_counter():
    return perf_counter_ns() / 1e9


def process_time():
    return process_time_ns() / 1e9


def thread_time():
    return thread_time_ns() / 1e9


def clock_gettime_ns(clk_id, /):
    clocks = (time_ns, monotonic_ns, process_time_ns, thread_time_ns)
    if not 0 <= clk_id < len(clocks):
        raise OSError(22, 'Invalid argument')
    return clocks[clk_id]()


def clock_gettime(clk_id, /):
    return clock_gettime_ns(clk_id) / 1e9


_DAYS = ('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday')
_MONTHS = ('January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
           'November', 'December')


class struct_time(tuple):
    _type_name_ = 'time.struct_time'
    n_fields = 11
    n_sequence_fields = 9
    n_unnamed_fields = 0
    tm_year = property(lambda self: self[0])
    tm_mon = property(lambda self: self[1])
    tm_mday = property(lambda self: self[2])
    tm_hour = property(lambda self: self[3])
    tm_min = property(lambda self: self[4])
    tm_sec = property(lambda self: self[5])
    tm_wday = property(lambda self: self[6])
    tm_yday = property(lambda self: self[7])
    tm_isdst = property(lambda self: self[8])
    tm_zone = 'UTC'
    tm_gmtoff = 0

    def __new__(cls, sequence, dict=None):
        items = tuple(sequence)
        if len(items) < 9:
            raise TypeError(f'time.struct_time() takes an at least 9-sequence ({len(items)}-sequence given)')
        if len(items) > 11:
            raise TypeError(f'time.struct_time() takes an at most 11-sequence ({len(items)}-sequence given)')
        return tuple.__new__(cls, items[:9])

    def __reduce__(self):
        return struct_time, (tuple(self),)

    def __repr__(self):
        names = ('tm_year', 'tm_mon', 'tm_mday', 'tm_hour', 'tm_min', 'tm_sec', 'tm_wday', 'tm_yday', 'tm_isdst')
        fields = ', '.join(f'{name}={value}' for name, value in zip(names, self))
        return f'time.struct_time({fields})'


def _days_from_civil(year, month, day):
    """Days since 1970-01-01 in the Gregorian calendar."""
    if month <= 2:
        year -= 1
        month += 12
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * (month - 3) + 2) // 5 + day - 719469


def gmtime(secs=None, /):
    if secs is None:
        secs = time()
    elif not isinstance(secs, (int, float)):
        if not hasattr(type(secs), '__index__'):
            raise TypeError(f"'{type(secs).__name__}' object cannot be interpreted as an integer")
        secs = secs.__index__()
    seconds = int(secs // 1)
    days, rest = divmod(seconds, 86400)
    # Eras of 400 years that begin on 1 March.
    era, day_of_era = divmod(days + 719468, 146097)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * shifted + 2) // 5 + 1
    month = shifted + 3 if shifted < 10 else shifted - 9
    year = year_of_era + 400 * era + (month <= 2)
    yday = days - _days_from_civil(year, 1, 1) + 1
    made = struct_time((year, month, day, rest // 3600, rest // 60 % 60, rest % 60, (days + 3) % 7, yday, 0))
    made.tm_zone = 'GMT'
    return made


def localtime(secs=None, /):
    return struct_time(gmtime(secs))


def mktime(t, /):
    return float(_days_from_civil(t[0] + (t[1] - 1) // 12, (t[1] - 1) % 12 + 1, t[2]) * 86400
                 + t[3] * 3600 + t[4] * 60 + t[5])


def _week(yday, wday, first):
    """Week of the year when weeks begin on weekday `first`."""
    return (yday + 6 - (wday - first) % 7) // 7


def _iso_week(year, yday, wday):
    week = (yday - wday + 9) // 7
    if week < 1:
        year -= 1
        return year, _weeks_in(year)
    if week > _weeks_in(year):
        return year + 1, 1
    return year, week


def _weeks_in(year):
    # A year has 53 weeks if it begins or ends on a Thursday.
    jan_1 = (_days_from_civil(year, 1, 1) + 3) % 7
    dec_31 = (_days_from_civil(year, 12, 31) + 3) % 7
    return 53 if jan_1 == 3 or dec_31 == 3 else 52


def strftime(format, t=None, /):
    if t is None:
        t = localtime()
    year, month, day, hour, minute, second, wday, yday = t[:8]
    out = []
    i = 0
    while i < len(format):
        c = format[i]
        i += 1
        if c != '%' or i == len(format):
            out.append(c)
            continue
        c = format[i]
        i += 1
        if c == 'Y':
            out.append(str(year))
        elif c == 'm':
            out.append(f'{month:02}')
        elif c == 'd':
            out.append(f'{day:02}')
        elif c == 'e':
            out.append(f'{day:2}')
        elif c == 'H':
            out.append(f'{hour:02}')
        elif c == 'I':
            out.append(f'{(hour + 11) % 12 + 1:02}')
        elif c == 'M':
            out.append(f'{minute:02}')
        elif c == 'S':
            out.append(f'{second:02}')
        elif c == 'p':
            out.append('AM' if hour < 12 else 'PM')
        elif c == 'y':
            out.append(f'{year % 100:02}')
        elif c == 'j':
            out.append(f'{yday:03}')
        elif c == 'a':
            out.append(_DAYS[wday][:3])
        elif c == 'A':
            out.append(_DAYS[wday])
        elif c in 'bh':
            out.append(_MONTHS[month - 1][:3])
        elif c == 'B':
            out.append(_MONTHS[month - 1])
        elif c == 'w':
            out.append(str((wday + 1) % 7))
        elif c == 'u':
            out.append(str(wday + 1))
        elif c == 'U':
            out.append(f'{_week(yday, wday, 6):02}')
        elif c == 'W':
            out.append(f'{_week(yday, wday, 0):02}')
        elif c == 'V':
            out.append(f'{_iso_week(year, yday, wday)[1]:02}')
        elif c == 'G':
            out.append(str(_iso_week(year, yday, wday)[0]))
        elif c == 's':
            out.append(str(int(mktime(t))))
        elif c == 'n':
            out.append('\n')
        elif c == 't':
            out.append('\t')
        elif c == '%':
            out.append('%')
        elif c == 'Z':
            out.append(getattr(t, 'tm_zone', 'UTC'))
        elif c == 'z':
            out.append('+0000')
        elif c in _COMPOSED:
            out.append(strftime(_COMPOSED[c], t))
        else:
            out.append('%' + c)
    return ''.join(out)


_COMPOSED = {'c': '%a %b %e %H:%M:%S %Y', 'x': '%m/%d/%y', 'X': '%H:%M:%S', 'D': '%m/%d/%y', 'T': '%H:%M:%S',
             'F': '%Y-%m-%d', 'R': '%H:%M', 'r': '%I:%M:%S %p'}


def asctime(t=None, /):
    return strftime('%a %b %e %H:%M:%S %Y', t)


_PARSED = {'d': (1, 2, 1, 31), 'm': (1, 2, 1, 12), 'H': (1, 2, 0, 23), 'I': (1, 2, 1, 12), 'M': (1, 2, 0, 59), 'S': (1, 2, 0, 61),
           'j': (1, 3, 1, 366), 'U': (1, 2, 0, 53), 'W': (1, 2, 0, 53), 'V': (1, 2, 1, 53), 'y': (2, 2, 0, 99), 'Y': (4, 4, 0, 9999),
           'G': (4, 4, 0, 9999), 'w': (1, 1, 0, 6), 'u': (1, 1, 1, 7), 'f': (1, 6, 0, 999999)}
_NAMES = {'a': [day[:3].lower() for day in _DAYS], 'A': [day.lower() for day in _DAYS],
          'b': [month[:3].lower() for month in _MONTHS], 'B': [month.lower() for month in _MONTHS], 'p': ['am', 'pm'],
          'Z': ['utc', 'gmt']}


def _choices(text, at, code):
    """What a directive can take from here, longest first: (end, value)."""
    if code in _PARSED:
        least, most, low, high = _PARSED[code]
        start = at
        if code == 'd' and text[at:at + 1] == ' ' and text[at + 1:at + 2].isdigit():
            # a day may have a space for its first digit
            start, most = at + 1, 1
        end = start
        while end - start < most and end < len(text) and '0' <= text[end] <= '9':
            end += 1
        while end - start >= least:
            value = int(text[start:end])
            if low <= value <= high:
                yield end, text[start:end] if code == 'f' else value
            end -= 1
    elif code in _NAMES:
        names = sorted(enumerate(_NAMES[code]), key=lambda pair: -len(pair[1]))
        for number, name in names:
            if text[at:at + len(name)].lower() == name:
                yield at + len(name), number
    elif code == 'z':
        if text[at:at + 1] in ('Z', 'z'):
            yield at + 1, (0, '')
        elif text[at:at + 1] in ('+', '-'):
            end = at + 1
            digits = ''
            while end < len(text) and len(digits) < 6 and (text[end].isdigit() or text[end] == ':' and digits
                                                           and text[end + 1:end + 2].isdigit()):
                if text[end] != ':':
                    digits += text[end]
                end += 1
            micros = 0
            if len(digits) == 6 and text[end:end + 1] == '.':
                start = end + 1
                while start < len(text) and text[start].isdigit() and start - end <= 6:
                    start += 1
                micros = int(text[end + 1:start].ljust(6, '0'))
                end = start
            if len(digits) in (4, 6):
                seconds = int(digits[:2]) * 3600 + int(digits[2:4]) * 60 + int(digits[4:] or 0)
                total = seconds * 1000000 + micros
                yield end, (-total if text[at] == '-' else total, '')


def _matched(text, at, pieces, number, found):
    if number == len(pieces):
        return at
    kind, piece = pieces[number]
    if kind == 'space':
        end = at
        while end < len(text) and text[end].isspace():
            end += 1
        return _matched(text, end, pieces, number + 1, found) if end > at else None
    if kind == 'text':
        if text[at:at + len(piece)].lower() != piece.lower():
            return None
        return _matched(text, at + len(piece), pieces, number + 1, found)
    for end, value in _choices(text, at, piece):
        rest = _matched(text, end, pieces, number + 1, found)
        if rest is not None:
            found[piece] = value
            return rest
    return None


def _parse_time(text, format):
    """(the nine fields, microseconds, offset from UTC in microseconds or None, its name)"""
    composed = {'c': '%a %b %d %H:%M:%S %Y', 'x': '%m/%d/%y', 'X': '%H:%M:%S'}
    whole = format
    for code, long in composed.items():
        whole = whole.replace('%' + code, long)
    pieces = []
    i = 0
    while i < len(whole):
        c = whole[i]
        i += 1
        if c == '%':
            if i == len(whole):
                raise ValueError(f"stray % in format '{format}'")
            c = whole[i]
            i += 1
            if c == '%':
                pieces.append(('text', '%'))
            elif c in _PARSED or c in _NAMES or c == 'z':
                if ('code', c) in pieces:
                    raise ValueError(f"redefinition of directive '{c}' in format '{format}'")
                pieces.append(('code', c))
            else:
                raise ValueError(f"'{c}' is a bad directive in format '{format}'")
        elif c.isspace():
            if not pieces or pieces[-1][0] != 'space':
                pieces.append(('space', c))
        else:
            pieces.append(('text', c))
    found = {}
    end = _matched(text, 0, pieces, 0, found)
    if end is None:
        raise ValueError(f'time data {text!r} does not match format {format!r}')
    if end != len(text):
        raise ValueError(f'unconverted data remains: {text[end:]}')
    return _time_of(found, format)


def _time_of(found, format):
    get = found.get
    year = get('Y')
    if 'y' in found:
        year = found['y'] + (2000 if found['y'] <= 68 else 1900)
    month = get('m', 1)
    if 'B' in found:
        month = found['B'] + 1
    elif 'b' in found:
        month = found['b'] + 1
    day = get('d', 1)
    hour = get('H', 0)
    if 'I' in found:
        hour = found['I'] % 12 + 12 * get('p', 0)
    minute, second = get('M', 0), get('S', 0)
    micros = int(get('f', '0').ljust(6, '0'))
    weekday = get('a', get('A'))
    if 'w' in found:
        weekday = (found['w'] + 6) % 7
    elif 'u' in found:
        weekday = found['u'] - 1
    yday = get('j')
    if 'G' in found:
        if yday is not None:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. "
                             "Use '%Y' instead.")
        if 'V' not in found or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday "
                             "directive ('%A', '%a', '%w', or '%u').")
    elif 'V' in found:
        if year is None or weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday "
                             "directive ('%A', '%a', '%w', or '%u').")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' "
                         "instead.")
    leap_day = False
    if year is None and month == 2 and day == 29:
        year = 1904
        leap_day = True
    elif year is None:
        year = 1900
    if yday is None and weekday is not None and ('U' in found or 'W' in found):
        first = (_days_from_civil(year, 1, 1) + 3) % 7
        week = get('U', get('W'))
        inside = weekday
        if 'U' in found:
            first, inside = (first + 1) % 7, (weekday + 1) % 7
        yday = 1 + inside - first if week == 0 else 1 + (7 - first) % 7 + 7 * (week - 1) + inside
    if 'G' in found:
        fourth = (_days_from_civil(found['G'], 1, 4) + 3) % 7
        days = _days_from_civil(found['G'], 1, 4) - fourth + 7 * (found['V'] - 1) + weekday
    elif yday is not None:
        days = _days_from_civil(year, 1, 1) + yday - 1
    else:
        longest = (31, 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
        if day > longest[month - 1]:
            raise ValueError('day is out of range for month')
        days = None
    if days is not None:
        year, month, day = gmtime(days * 86400)[:3]
    else:
        days = _days_from_civil(year, month, day)
    if weekday is None:
        weekday = (days + 3) % 7
    yday = days - _days_from_civil(year, 1, 1) + 1
    offset, name = get('z', (None, None))
    if 'Z' in found:
        name = _NAMES['Z'][found['Z']].upper()
    fields = 1900 if leap_day else year, month, day, hour, minute, second, weekday, yday, 0 if 'Z' in found else -1
    return fields, micros, offset, name


def strptime(data_string, format='%a %b %d %H:%M:%S %Y'):
    for place, value in enumerate((data_string, format)):
        if not isinstance(value, str):
            raise TypeError(f'strptime() argument {place} must be str, not {type(value)}')
    return struct_time(_parse_time(data_string, format)[0])


def get_clock_info(name, /):
    from types import SimpleNamespace
    if name not in ('time', 'monotonic', 'perf_counter', 'process_time', 'thread_time'):
        raise ValueError('unknown clock')
    words = {'time': 'REALTIME', 'process_time': 'PROCESS_CPUTIME_ID', 'thread_time': 'THREAD_CPUTIME_ID'}
    return SimpleNamespace(implementation=f'clock_gettime(CLOCK_{words.get(name, "MONOTONIC")})',
                           monotonic=name != 'time', adjustable=name == 'time', resolution=1e-09)


def clock_getres(clk_id, /):
    return 1e-09


def tzset():
    pass


def ctime(secs=None, /):
    return asctime(localtime(secs))
