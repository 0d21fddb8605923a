"""csv: reading and writing tables of text."""

import io as _io
import re as _re

__all__ = ['QUOTE_MINIMAL', 'QUOTE_ALL', 'QUOTE_NONNUMERIC', 'QUOTE_NONE', 'Error', 'Dialect', 'excel', 'excel_tab', 'field_size_limit',
           'reader', 'writer', 'register_dialect', 'get_dialect', 'list_dialects', 'Sniffer', 'unregister_dialect', 'DictReader',
           'DictWriter', 'unix_dialect', '__doc__', '__version__']
__version__ = '1.0'

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)


class Error(Exception):
    __module__ = '_csv'


class Dialect:
    delimiter = quotechar = escapechar = lineterminator = None
    doublequote = skipinitialspace = quoting = None

    def __init__(self):
        try:
            _Format(self)
        except TypeError as e:
            raise Error(str(e)) from None


class excel(Dialect):
    delimiter, quotechar, lineterminator = ',', '"', '\r\n'
    doublequote, skipinitialspace, quoting = True, False, QUOTE_MINIMAL


class excel_tab(excel):
    delimiter = '\t'


class unix_dialect(Dialect):
    delimiter, quotechar, lineterminator = ',', '"', '\n'
    doublequote, skipinitialspace, quoting = True, False, QUOTE_ALL


_NAMES = ('delimiter', 'doublequote', 'escapechar', 'lineterminator', 'quotechar', 'quoting', 'skipinitialspace', 'strict')
_DEFAULTS = {'delimiter': ',', 'doublequote': True, 'escapechar': None, 'lineterminator': '\r\n', 'quotechar': '"',
             'quoting': QUOTE_MINIMAL, 'skipinitialspace': False, 'strict': False}


class _Format:
    """A dialect with every setting checked."""

    def __init__(self, dialect=None, settings={}):
        for name in settings:
            if name not in _NAMES:
                raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        for name in _NAMES:
            value = settings.get(name, _MISSING)
            if value is _MISSING:
                value = getattr(dialect, name, _MISSING) if dialect is not None else _MISSING
            if value is _MISSING:
                value = _DEFAULTS[name]
            setattr(self, name, value)
        if 'quotechar' in settings and self.quotechar is None and 'quoting' not in settings:
            self.quoting = QUOTE_NONE
        for name in ('delimiter', 'escapechar', 'quotechar'):
            value = getattr(self, name)
            if value is None and name != 'delimiter':
                continue
            if not isinstance(value, str):
                may = ' or None' if name != 'delimiter' else ''
                raise TypeError(f'"{name}" must be string{may}, not {type(value).__name__}')
            if len(value) != 1:
                raise TypeError(f'"{name}" must be a 1-character string')
        if not isinstance(self.quoting, int):
            raise TypeError('"quoting" must be an integer')
        if not 0 <= self.quoting <= 3:
            raise TypeError('bad "quoting" value')
        if self.quoting != QUOTE_NONE and self.quotechar is None:
            raise TypeError('quotechar must be set if quoting enabled')
        if self.lineterminator is None:
            raise TypeError('lineterminator must be set')
        if not isinstance(self.lineterminator, str):
            raise TypeError(f'"lineterminator" must be a string, not {type(self.lineterminator).__name__}')
        for name in ('doublequote', 'skipinitialspace', 'strict'):
            setattr(self, name, bool(getattr(self, name)))


_MISSING = object()
_dialects = {}
_limit = 131072


def register_dialect(name, dialect=None, **fmtparams):
    if not isinstance(name, str):
        raise TypeError('dialect name must be a string')
    if isinstance(dialect, str):
        dialect = get_dialect(dialect)
    _dialects[name] = _Format(dialect, fmtparams)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error('unknown dialect')
    del _dialects[name]


def get_dialect(name):
    try:
        return _dialects[name]
    except (KeyError, TypeError):
        raise Error('unknown dialect') from None


def list_dialects():
    return list(_dialects)


def field_size_limit(new_limit=None):
    global _limit
    old = _limit
    if new_limit is not None:
        if not isinstance(new_limit, int):
            raise TypeError('limit must be an integer')
        _limit = new_limit
    return old


register_dialect('excel', excel)
register_dialect('excel-tab', excel_tab)
register_dialect('unix', unix_dialect)


def _format_of(dialect, settings):
    if isinstance(dialect, str):
        dialect = get_dialect(dialect)
    return _Format(dialect, settings)


class _Reader:
    __module__ = '_csv'
    __qualname__ = 'reader'

    def __init__(self, lines, dialect):
        self.dialect = dialect
        self.line_num = 0
        self._lines = lines

    def __iter__(self):
        return self

    def __next__(self):
        form = self.dialect
        simple = form.escapechar is None and form.quoting != QUOTE_NONNUMERIC and not form.skipinitialspace
        row = []
        field = None
        inside = False
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if inside or field is not None:
                    if form.strict:
                        raise Error('unexpected end of data') from None
                    row.append(field[0] if isinstance(field, tuple) else field or '')
                    return row
                raise
            if not isinstance(line, str):
                raise Error(f'iterator should return strings, not {type(line).__name__} (the file should be opened in text mode)')
            self.line_num += 1
            if simple and not inside and (form.quotechar is None or form.quotechar not in line or form.quoting == QUOTE_NONE):
                # nothing special in it
                plain = line.rstrip('\r\n') if line[-1:] in ('\n', '\r') else line
                if '\r' not in plain and '\n' not in plain and len(plain) <= _limit:
                    return plain.split(form.delimiter) if plain else []
            state, field = self._line(line, row, inside, field)
            if state == 'done':
                return row
            inside = True

    def _line(self, line, row, inside, field):
        """Reads one line into `row`; ('more', field) where a quoted field goes on."""
        form = self.dialect
        quote, escape, delimiter = form.quotechar, form.escapechar, form.delimiter
        # states: 0 start of record, 1 start of field, 2 in field, 3 in quotes, 4 quote in quotes, 5 escape, 6 escape in
        # quotes, 7 after the end of the line
        text = []
        numeric = False
        state = 0
        if inside:
            text, numeric, state = field[1], field[2], field[3]

        def save():
            value = ''.join(text)
            text.clear()
            if numeric:
                value = float(value)
            row.append(value)

        for c in line + '\0':
            end = c == '\0'
            if len(text) > _limit:
                raise Error(f'field larger than field limit ({_limit})')
            if state == 0:
                if end:
                    break
                if c in '\r\n':
                    state = 7
                    continue
                state = 1
            if state == 1:
                numeric = False
                if end or c in '\r\n':
                    save()
                    state = 7
                elif c == quote and form.quoting != QUOTE_NONE:
                    state = 3
                elif c == escape:
                    state = 5
                elif c == ' ' and form.skipinitialspace:
                    pass
                elif c == delimiter:
                    save()
                else:
                    numeric = form.quoting == QUOTE_NONNUMERIC
                    text.append(c)
                    state = 2
            elif state == 5:
                if end:
                    text.append('\n')
                    return 'more', (''.join(text), text, numeric, 2)
                text.append(c)
                state = 2
            elif state == 2:
                if end or c in '\r\n':
                    save()
                    state = 7
                elif c == escape:
                    state = 5
                elif c == delimiter:
                    save()
                    state = 1
                else:
                    text.append(c)
            elif state == 3:
                if end:
                    break
                if c == escape:
                    state = 6
                elif c == quote and form.quoting != QUOTE_NONE:
                    state = 4 if form.doublequote else 2
                else:
                    text.append(c)
            elif state == 6:
                if end:
                    text.append('\n')
                    state = 3
                    break
                text.append(c)
                state = 3
            elif state == 4:
                if form.quoting != QUOTE_NONE and c == quote:
                    text.append(c)
                    state = 3
                elif c == delimiter:
                    save()
                    state = 1
                elif end or c in '\r\n':
                    save()
                    state = 7
                elif not form.strict:
                    text.append(c)
                    state = 2
                else:
                    raise Error(f"'{delimiter}' expected after '{quote}'")
            elif not end and c not in '\r\n':
                raise Error('new-line character seen in unquoted field - do you need to open the file in universal-newline mode?')
        if state in (3, 6):
            return 'more', (''.join(text), text, numeric, 3)
        return 'done', None


def reader(csvfile, dialect='excel', **fmtparams):
    return _Reader(iter(csvfile), _format_of(dialect, fmtparams))


class _Writer:
    __module__ = '_csv'
    __qualname__ = 'writer'

    def __init__(self, write, dialect):
        self._write = write
        self.dialect = dialect

    def writerow(self, row):
        form = self.dialect
        try:
            fields = list(row)
        except TypeError:
            raise Error(f'iterable expected, not {type(row).__name__}') from None
        out = []
        for field in fields:
            quoted = form.quoting == QUOTE_ALL or form.quoting == QUOTE_NONNUMERIC and not isinstance(field, (int, float))
            text = field if isinstance(field, str) else '' if field is None else str(field)
            out.append(self._quoted(text, quoted, len(fields) == 1))
        return self._write(form.delimiter.join(out) + form.lineterminator)

    def _quoted(self, text, quoted, alone):
        form = self.dialect
        quote, escape = form.quotechar, form.escapechar
        if not text and alone and not quoted:
            if form.quoting == QUOTE_NONE:
                raise Error('single empty field record must be quoted')
            return quote + quote
        special = form.delimiter + (quote or '') + (escape or '') + form.lineterminator
        out = []
        for c in text:
            if c in special:
                escaped = False
                if form.quoting == QUOTE_NONE:
                    escaped = True
                elif c == quote:
                    if form.doublequote:
                        out.append(quote)
                        quoted = True
                    else:
                        escaped = True
                elif c == escape:
                    escaped = True
                else:
                    quoted = True
                if escaped:
                    if escape is None:
                        raise Error('need to escape, but no escapechar set')
                    out.append(escape)
            out.append(c)
        text = ''.join(out)
        return quote + text + quote if quoted else text

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)


def writer(csvfile, dialect='excel', **fmtparams):
    write = getattr(csvfile, 'write', None)
    if not callable(write):
        raise TypeError('argument 1 must have a "write" method')
    return _Writer(write, _format_of(dialect, fmtparams))


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect='excel', *args, **kwds):
        self._fieldnames = list(fieldnames) if fieldnames is not None and iter(fieldnames) is fieldnames else fieldnames
        self.dialect, self.line_num = dialect, 0
        # For what a row has too much, and in the place of what it lacks.
        self.restkey, self.restval = restkey, restval
        rows = reader(f, dialect, *args, **kwds)
        self.reader = rows

    def _names(self):
        names = self._fieldnames
        if names is None:
            # The first row says them.
            names = self._fieldnames = next(self.reader, None)
        self.line_num = self.reader.line_num
        return names

    def _rename(self, names):
        self._fieldnames = names

    fieldnames = property(_names, _rename)

    def __next__(self):
        if not self.line_num:
            self._names()
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while not row:
            row = next(self.reader)
        names = self.fieldnames
        made = dict(zip(names, row))
        made.update((name, self.restval) for name in names[len(row):])
        if len(row) > len(names):
            made[self.restkey] = row[len(names):]
        return made

    def __iter__(self):
        return self


class DictWriter:
    def __init__(self, f, fieldnames, restval='', extrasaction='raise', dialect='excel', *args, **kwds):
        self.fieldnames = list(fieldnames) if iter(fieldnames) is fieldnames else fieldnames
        self.restval = restval
        extrasaction = extrasaction.lower()
        if extrasaction not in ('raise', 'ignore'):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        rows = writer(f, dialect, *args, **kwds)
        self.extrasaction, self.writer = extrasaction, rows

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, rowdict):
        if self.extrasaction == 'raise':
            wrong = rowdict.keys() - self.fieldnames
            if wrong:
                raise ValueError('dict contains fields not in fieldnames: ' + ', '.join([repr(x) for x in wrong]))
        return [rowdict.get(key, self.restval) for key in self.fieldnames]

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._row, rowdicts))


class Sniffer:
    """Guesses the dialect of a sample: the delimiter that gives the most lines the same number of fields."""

    def __init__(self):
        self.preferred = list(',\t; :')

    def sniff(self, sample, delimiters=None):
        found = None
        quote = '"'
        for pattern in (r'(?P<d>[^\w\n"\'])(?P<space> ?)(?P<q>["\']).*?(?P=q)(?P=d)', r'(?:^|\n)(?P<q>["\']).*?(?P=q)(?P<d>[^\w\n"\'])(?P<space> ?)',
                        r'(?P<d>[^\w\n"\'])(?P<space> ?)(?P<q>["\']).*?(?P=q)(?:$|\n)'):
            matches = [m for m in _re.finditer(pattern, sample, _re.S | _re.M) if delimiters is None or m['d'] in delimiters]
            if matches:
                counts = {}
                for m in matches:
                    counts[m['d']] = counts.get(m['d'], 0) + 1
                found = max(counts, key=counts.get)
                quote = matches[0]['q']
                spaces = all([m['space'] for m in matches if m['d'] == found])
                break
        if found is None:
            lines = [line for line in sample.split('\n') if line]
            best = 0
            for c in self.preferred + sorted({c for line in lines for c in line if not c.isalnum() and c not in '"\'_.\r'}):
                if delimiters is not None and c not in delimiters:
                    continue
                counts = [line.count(c) for line in lines]
                common = max(set(counts), key=counts.count) if counts else 0
                score = counts.count(common) / len(counts) if common else 0
                if score > best:
                    best, found = score, c
            if found is None or best < 0.5:
                raise Error('Could not determine delimiter')
            spaces = all([line.count(found) == line.count(found + ' ') for line in lines])

        class dialect(Dialect):
            _name = 'sniffed'
            lineterminator = '\r\n'
            quoting = QUOTE_MINIMAL
            doublequote = True

        dialect.delimiter = found
        dialect.quotechar = quote
        dialect.skipinitialspace = spaces
        return dialect

    def has_header(self, sample):
        rows = reader(_io.StringIO(sample), self.sniff(sample))
        header = next(rows)
        kinds = {i: None for i in range(len(header))}
        for checked, row in enumerate(rows):
            if checked > 20:
                break
            if len(row) != len(header):
                continue
            for column in list(kinds):
                try:
                    complex(row[column])
                    kind = complex
                except (ValueError, OverflowError):
                    kind = len(row[column])
                if kind != kinds[column]:
                    if kinds[column] is None:
                        kinds[column] = kind
                    else:
                        del kinds[column]
        votes = 0
        for column, kind in kinds.items():
            if isinstance(kind, int):
                votes += 1 if len(header[column]) != kind else -1
            else:
                try:
                    kind(header[column])
                except (ValueError, TypeError):
                    votes += 1
                else:
                    votes -= 1
        return votes > 0
