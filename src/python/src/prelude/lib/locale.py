"""locale: the C locale in UTF-8, which is the only one here."""

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = 0, 1, 2, 3, 4, 5, 6
CHAR_MAX = 127
CODESET = 14


class Error(Exception):
    pass


def setlocale(category, locale=None):
    if locale in (None, '', 'C', 'POSIX', 'C.UTF-8', 'C.utf8'):
        return 'C.UTF-8' if locale in ('', 'C.UTF-8', 'C.utf8') else 'C'
    raise Error('unsupported locale setting')


def getlocale(category=LC_CTYPE):
    return ('en_US', 'UTF-8')


def getdefaultlocale(envvars=()):
    return ('en_US', 'UTF-8')


def getpreferredencoding(do_setlocale=True):
    return 'UTF-8'


def getencoding():
    return 'UTF-8'


def nl_langinfo(key, /):
    return 'UTF-8' if key == CODESET else ''


def localeconv():
    return {'decimal_point': '.', 'thousands_sep': '', 'grouping': [], 'currency_symbol': '', 'int_curr_symbol': '',
            'mon_decimal_point': '', 'mon_thousands_sep': '', 'mon_grouping': [], 'positive_sign': '', 'negative_sign': ''}


def strcoll(os1, os2, /):
    return (os1 > os2) - (os1 < os2)


def strxfrm(string, /):
    return string


def normalize(localename):
    return localename


def resetlocale(category=LC_ALL):
    pass


def str(val):
    return format_string('%.12g', val)


def atof(string, func=float):
    return func(string)


def atoi(string):
    return int(string)


def delocalize(string):
    return string


def localize(string, grouping=False, monetary=False):
    return string


def format_string(f, val, grouping=False, monetary=False):
    return f % val


def currency(val, symbol=True, grouping=False, international=False):
    raise ValueError("Currency formatting is not possible using the 'C' locale.")
