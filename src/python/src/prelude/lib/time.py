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
    return struct_time((year, month, day, rest // 3600, rest // 60 % 60, rest % 60, (days + 3) % 7, yday, 0))


localtime = gmtime


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
            out.append('UTC')
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


def ctime(secs=None, /):
    return asctime(localtime(secs))
