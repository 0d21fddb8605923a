"""configparser: INI files."""

from collections import ChainMap
from collections.abc import MutableMapping
import io
import os

__all__ = ['NoSectionError', 'DuplicateOptionError', 'DuplicateSectionError', 'NoOptionError', 'InterpolationError',
           'InterpolationDepthError', 'InterpolationMissingOptionError', 'InterpolationSyntaxError', 'ParsingError',
           'MissingSectionHeaderError', 'ConfigParser', 'RawConfigParser', 'SectionProxy', 'Interpolation',
           'BasicInterpolation', 'ExtendedInterpolation', 'LegacyInterpolation', 'SafeConfigParser', 'DEFAULTSECT', 'MAX_INTERPOLATION_DEPTH']
DEFAULTSECT, MAX_INTERPOLATION_DEPTH = 'DEFAULT', 10
_default_dict = dict
_UNSET = object()


class Error(Exception):
    def __init__(self, msg=''):
        super().__init__(msg)
        self.message = msg

    def __str__(self):
        return self.message

    __repr__ = __str__

    def _keep(self, **parts):
        """What it is about, by name and as `args`."""
        self.__dict__.update(parts)
        self.args = tuple(parts.values())


def _exists_already(what, source, lineno):
    if source is None:
        return f'{what[0].upper()}{what[1:]} already exists'
    line = '' if lineno is None else f' [line {lineno:2d}]'
    return f'While reading from {source!r}{line}: {what} already exists'


class NoSectionError(Error):
    def __init__(self, section):
        super().__init__(f'No section: {section!r}')
        self._keep(section=section)


class NoOptionError(Error):
    def __init__(self, option, section):
        super().__init__(f'No option {option!r} in section: {section!r}')
        self._keep(option=option, section=section)


class DuplicateSectionError(Error):
    def __init__(self, section, source=None, lineno=None):
        super().__init__(_exists_already(f'section {section!r}', source, lineno))
        self._keep(section=section, source=source, lineno=lineno)


class DuplicateOptionError(Error):
    def __init__(self, section, option, source=None, lineno=None):
        super().__init__(_exists_already(f'option {option!r} in section {section!r}', source, lineno))
        self._keep(section=section, option=option, source=source, lineno=lineno)


class InterpolationError(Error):
    def __init__(self, option, section, msg):
        super().__init__(msg)
        self._keep(option=option, section=section, msg=msg)
        del self.msg


class InterpolationMissingOptionError(InterpolationError):
    def __init__(self, option, section, rawval, reference):
        super().__init__(option, section,
                         f'Bad value substitution: option {option!r} in section {section!r} contains an interpolation key '
                         f'{reference!r} which is not a valid option name. Raw value: {rawval!r}')
        self.reference = reference
        self.args = option, section, rawval, reference


class InterpolationSyntaxError(InterpolationError):
    pass


class InterpolationDepthError(InterpolationError):
    def __init__(self, option, section, rawval):
        super().__init__(option, section,
                         f'Recursion limit exceeded in value substitution: option {option!r} in section {section!r} contains '
                         f'an interpolation key which cannot be substituted in {MAX_INTERPOLATION_DEPTH} steps. '
                         f'Raw value: {rawval!r}')
        self.args = option, section, rawval


class ParsingError(Error):
    def __init__(self, source):
        super().__init__(f'Source contains parsing errors: {source!r}')
        self.errors = []
        self._keep(source=source)

    def append(self, lineno, line):
        place = lineno, line
        self.errors.append(place)
        self.message += '\n\t[line %2d]: %s' % place


class MissingSectionHeaderError(ParsingError):
    def __init__(self, filename, lineno, line):
        super().__init__(filename)
        self.message = f'File contains no section headers.\nfile: {filename!r}, line: {lineno}\n{line!r}'
        self.lineno, self.line = lineno, line
        self.args = filename, lineno, line


class Interpolation:
    """Values mean what they say."""

    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value

    def before_read(self, parser, section, option, value):
        return value

    def before_write(self, parser, section, option, value):
        return value


class _Marked(Interpolation):
    """A mark in a value introduces the name of another option; twice, it stands for itself. Subclasses know the mark, and
    read what is behind it."""

    def before_get(self, parser, section, option, value, defaults):
        return self._expanded(parser, section, option, value, value, defaults, 1)

    def before_set(self, parser, section, option, value):
        rest = self._without_references(value.replace(self._mark * 2, ''))
        if self._mark in rest:
            raise ValueError(f"invalid interpolation syntax in {value!r} at position {rest.find(self._mark)}")
        return value

    def _expanded(self, parser, section, option, raw, text, values, depth):
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        mark, done = self._mark, ''
        while True:
            before, found, text = text.partition(mark)
            done += before
            if not found:
                return done
            if text.startswith(mark):
                done += mark
                text = text[1:]
                continue
            if not text.startswith(self._open):
                raise InterpolationSyntaxError(option, section, f"{mark!r} must be followed by {mark!r} or {self._open!r}, "
                                                                f"found: {mark + text!r}")
            name, closed, text = text[1:].partition(self._close)
            if not closed:
                raise InterpolationSyntaxError(option, section, f'bad interpolation variable reference '
                                                                f'{mark + self._open + name!r}')
            try:
                value, inner, scope = self._look_up(parser, section, name, values)
            except (KeyError, NoOptionError, NoSectionError):
                raise InterpolationMissingOptionError(option, section, raw, self._shown(parser, name)) from None
            except ValueError:
                raise InterpolationSyntaxError(option, section, f"More than one ':' found: {text!r}") from None
            done += self._expanded(parser, inner, option, raw, value, scope, depth + 1) if mark in value else value

    def _without_references(self, text):
        parts = text.split(self._mark + self._open)
        return parts[0] + ''.join(part.partition(self._close)[2] if self._close in part else self._mark for part in parts[1:])


class BasicInterpolation(_Marked):
    """%(name)s stands for another option."""

    _mark, _open, _close = '%', '(', ')s'

    def _look_up(self, parser, section, name, values):
        return values[parser.optionxform(name)], section, values

    def _shown(self, parser, name):
        return parser.optionxform(name)


class ExtendedInterpolation(_Marked):
    """${name} and ${section:name} stand for other options."""

    _mark, _open, _close = '$', '{', '}'

    def _look_up(self, parser, section, name, values):
        if ':' not in name:
            return values[parser.optionxform(name)], section, values
        inner, name = name.split(':')
        value = parser.get(inner, parser.optionxform(name), raw=True)
        return value, inner, dict(parser.items(inner, raw=True))

    def _shown(self, parser, name):
        return name


class _Named:
    """The options as `%` looks for them: by the parser's spelling."""

    def __init__(self, parser, values):
        self._spell, self._values = parser.optionxform, values

    def __getitem__(self, name):
        return self._values[self._spell(name)]


class LegacyInterpolation(Interpolation):
    """`%` itself, again and again."""

    def __init__(self):
        _deprecated('LegacyInterpolation has been deprecated in Python 3.2 and will be removed from the configparser module in '
                    'the future. Use BasicInterpolation or ExtendedInterpolation instead.')

    def before_get(self, parser, section, option, value, defaults):
        text = value
        for _ in range(MAX_INTERPOLATION_DEPTH):
            if not text or '%(' not in text:
                return text
            try:
                text %= _Named(parser, defaults)
            except KeyError as missing:
                raise InterpolationMissingOptionError(option, section, value, missing.args[0]) from None
        if '%(' in text:
            raise InterpolationDepthError(option, section, value)
        return text


def _deprecated(words):
    import warnings
    warnings.warn(words, DeprecationWarning, stacklevel=3)


class RawConfigParser(MutableMapping):
    BOOLEAN_STATES = {'1': True, 'yes': True, 'true': True, 'on': True, '0': False, 'no': False, 'false': False, 'off': False}
    _DEFAULT_INTERPOLATION = Interpolation()

    def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *, delimiters=('=', ':'),
                 comment_prefixes=('#', ';'), inline_comment_prefixes=None, strict=True, empty_lines_in_values=True,
                 default_section=DEFAULTSECT, interpolation=_UNSET, converters=None):
        self._sections, self._defaults = dict_type(), dict_type()
        self._dict = dict_type
        self.default_section = default_section
        self._delimiters = delimiters = (*delimiters,)
        self._comments, self._inline = (*(comment_prefixes or ()),), (*(inline_comment_prefixes or ()),)
        self._strict, self._blank_in_values = strict, empty_lines_in_values
        self._allow_no_value = allow_no_value
        if interpolation is _UNSET:
            interpolation = self._DEFAULT_INTERPOLATION
        if interpolation is None:
            interpolation = Interpolation()
        elif not isinstance(interpolation, Interpolation):
            raise TypeError(f'interpolation= must be None or an instance of Interpolation; got an object of type '
                            f'{type(interpolation)}')
        self._interpolation = interpolation
        # By what stands behind `get`; the three that everybody has are methods.
        self._converters = {'int': None, 'float': None, 'boolean': None, **(converters or {})}
        if defaults:
            self.read_dict({default_section: defaults})

    def defaults(self):
        return self._defaults

    def sections(self):
        return list(self._sections)

    def add_section(self, section):
        if self.default_section == section:
            raise ValueError(f'Invalid section name: {section!r}')
        if self.has_section(section):
            raise DuplicateSectionError(section)
        self._sections[section] = self._dict()

    def has_section(self, section):
        return section in self._sections

    def _table(self, section):
        """The options of a section itself, or the defaults."""
        if not section or section == self.default_section:
            return self._defaults
        try:
            return self._sections[section]
        except KeyError:
            raise NoSectionError(section) from None

    def options(self, section):
        own = self._sections.get(section)
        if own is None:
            raise NoSectionError(section) from None
        return [*own, *(name for name in self._defaults if name not in own)]

    def read(self, filenames, encoding=None):
        one = isinstance(filenames, (os.PathLike, str, bytes))
        done = []
        for name in [filenames] if one else filenames:
            try:
                with open(name, encoding=encoding) as file:
                    self._read(file, name)
            except OSError:
                continue
            done.append(os.fspath(name))
        return done

    def read_file(self, f, source=None):
        self._read(f, source or getattr(f, 'name', '<???>'))

    def read_string(self, string, source='<string>'):
        self._read(io.StringIO(string), source)

    def read_dict(self, dictionary, source='<dict>'):
        met = {}
        for name, options in dictionary.items():
            name = str(name)
            if name in met and self._strict:
                raise DuplicateSectionError(name)
            written = met[name] = set()
            if name != self.default_section and not self.has_section(name):
                self.add_section(name)
            for option, value in options.items():
                option = self.optionxform(str(option))
                if option in written and self._strict:
                    raise DuplicateOptionError(name, option, source)
                written.add(option)
                self.set(name, option, value if value is None else str(value))

    def _read(self, lines, source):
        section = None
        option = None
        indent = 0
        seen = set()
        problem = None
        for number, line in enumerate(lines, 1):
            text = line
            for mark in self._inline:
                at = text.find(mark)
                while at >= 0:
                    if at == 0 or text[at - 1].isspace():
                        text = text[:at]
                        break
                    at = text.find(mark, at + 1)
            comment = any(text.strip().startswith(mark) for mark in self._comments)
            text = '' if comment else text.strip()
            if not text:
                if self._blank_in_values:
                    if not comment and section is not None and option and section.get(option) is not None:
                        section[option].append('')
                else:
                    indent = 1 << 30
                continue
            depth = len(line) - len(line.lstrip())
            if section is not None and option and depth > indent:
                if section[option] is not None:
                    section[option].append(text)
                continue
            indent = depth
            if text.startswith('[') and ']' in text[2:]:
                name = text[1:text.rindex(']')]
                if name == self.default_section:
                    section = self._defaults
                elif name in self._sections:
                    if self._strict and name in seen:
                        raise DuplicateSectionError(name, source, number)
                    section = self._sections[name]
                else:
                    section = self._sections[name] = self._dict()
                seen.add(name)
                shown, option = name, None
                continue
            if section is None:
                raise MissingSectionHeaderError(source, number, line)
            places = [(text.find(mark), mark) for mark in self._delimiters if mark in text]
            if not places:
                if not self._allow_no_value:
                    problem = problem or ParsingError(source)
                    problem.append(number, repr(line))
                    continue
                option, value = self.optionxform(text), None
            else:
                at, mark = min(places)
                option, value = self.optionxform(text[:at].rstrip()), text[at + len(mark):].strip()
            if not option:
                problem = problem or ParsingError(source)
                problem.append(number, repr(line))
            if self._strict and (shown, option) in seen:
                raise DuplicateOptionError(shown, option, source, number)
            seen.add((shown, option))
            section[option] = None if value is None else [value]
        for values in [self._defaults, *self._sections.values()]:
            for key, value in values.items():
                if isinstance(value, list):
                    values[key] = '\n'.join(value).rstrip()
        if problem:
            raise problem

    def optionxform(self, optionstr):
        return optionstr.lower()

    def _values(self, section, vars=None):
        own = self._table(section) if section != self.default_section else {}
        given = {self.optionxform(key): value if value is None else str(value) for key, value in (vars or {}).items()}
        return ChainMap(given, own, self._defaults)

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        name = self.optionxform(option)
        try:
            values = self._values(section, vars)
            if name not in values:
                raise NoOptionError(name, section) from None
        except (NoOptionError, NoSectionError):
            if fallback is _UNSET:
                raise
            return fallback
        value = values[name]
        return value if raw or value is None else self._interpolation.before_get(self, section, name, value, values)

    def _converted(self, section, convert, option, raw, vars, fallback):
        try:
            value = self.get(section, option, raw=raw, vars=vars)
        except (NoOptionError, NoSectionError):
            if fallback is _UNSET:
                raise
            return fallback
        return convert(value)

    def getint(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        return self._converted(section, int, option, raw, vars, fallback)

    def getfloat(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        return self._converted(section, float, option, raw, vars, fallback)

    def getboolean(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        return self._converted(section, self._boolean, option, raw, vars, fallback)

    def _boolean(self, value):
        try:
            return self.BOOLEAN_STATES[value.lower()]
        except KeyError:
            raise ValueError(f'Not a boolean: {value}') from None

    def __getattr__(self, name):
        converters = self.__dict__.get('_converters', {})
        convert = converters.get(name[3:]) if name.startswith('get') else None
        if convert is not None:
            return lambda section, option, *, raw=False, vars=None, fallback=_UNSET: self._converted(
                section, convert, option, raw, vars, fallback)
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def items(self, section=_UNSET, raw=False, vars=None):
        if section is _UNSET:
            return MutableMapping.items(self)
        values = self._values(section, vars)
        own = self._sections.get(section, ())
        names = [*self._defaults, *(key for key in own if key not in self._defaults)]
        return [(name, self.get(section, name, raw=raw, vars=vars)) for name in names]

    def popitem(self):
        for name in self._sections:
            proxy = self[name]
            del self[name]
            return name, proxy
        raise KeyError

    def has_option(self, section, option):
        try:
            own = self._table(section)
        except NoSectionError:
            return False
        name = self.optionxform(option)
        return name in own or name in self._defaults

    def _check_value(self, value):
        if value or not self._allow_no_value:
            _must_be_text(value, 'option values')

    def set(self, section, option, value=None):
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        self._table(section)[self.optionxform(option)] = value

    def write(self, fp, space_around_delimiters=True):
        mark = f' {self._delimiters[0]} ' if space_around_delimiters else self._delimiters[0]
        groups = [(self.default_section, self._defaults)] if self._defaults else []
        for section, values in [*groups, *self._sections.items()]:
            fp.write(f'[{section}]\n')
            for key, value in values.items():
                value = self._interpolation.before_write(self, section, key, value)
                if not self._allow_no_value or value is not None:
                    fp.write(f"{key}{mark}{str(value).replace(chr(10), chr(10) + chr(9))}\n")
                else:
                    fp.write(f'{key}\n')
            fp.write('\n')

    def remove_option(self, section, option):
        own = self._table(section)
        return own.pop(self.optionxform(option), _UNSET) is not _UNSET

    def remove_section(self, section):
        return self._sections.pop(section, None) is not None

    # -- as a mapping of sections; the defaults are one of them

    def __iter__(self):
        return iter([self.default_section, *self._sections])

    def __len__(self):
        return 1 + len(self._sections)

    def __contains__(self, key):
        return self.has_section(key) or key == self.default_section

    def __getitem__(self, key):
        if key in self:
            return SectionProxy(self, key)
        raise KeyError(key)

    def __setitem__(self, key, value):
        if key in self and self[key] == value:
            # The section itself: emptying it would lose it.
            return
        if key in self:
            self._table(key).clear()
        section = {key: value}
        self.read_dict(section)

    def __delitem__(self, key):
        if self.default_section == key:
            raise ValueError("Cannot remove the default section.")
        if not self.remove_section(key):
            raise KeyError(key)

    @property
    def converters(self):
        return self._converters


def _must_be_text(thing, what):
    if not isinstance(thing, str):
        raise TypeError(what + ' must be strings')


class ConfigParser(RawConfigParser):
    _DEFAULT_INTERPOLATION = BasicInterpolation()

    def set(self, section, option, value=None):
        _must_be_text(option, 'option keys')
        self._check_value(value)
        RawConfigParser.set(self, section, option, value)

    def add_section(self, section):
        _must_be_text(section, 'section names')
        RawConfigParser.add_section(self, section)


class SafeConfigParser(ConfigParser):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _deprecated('The SafeConfigParser class has been renamed to ConfigParser in Python 3.2. This alias will be removed in '
                    'Python 3.12. Use ConfigParser directly instead.')


class SectionProxy(MutableMapping):
    def __init__(self, parser, name):
        self._parser, self._name = parser, name

    def __repr__(self):
        return f'<Section: {self._name}>'

    @property
    def name(self):
        return self._name

    @property
    def parser(self):
        return self._parser

    def _names(self):
        parser, name = self._parser, self._name
        return list(parser.defaults()) if name == parser.default_section else parser.options(name)

    def __iter__(self):
        return iter(self._names())

    def __len__(self):
        return len(self._names())

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def __getitem__(self, key):
        if key in self:
            return self._parser.get(self._name, key)
        raise KeyError(key)

    def __setitem__(self, key, value):
        self._parser._check_value(value)
        return self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if key not in self or not self._parser.remove_option(self._name, key):
            raise KeyError(key)

    def get(self, option, fallback=None, *, raw=False, vars=None):
        return self._parser.get(self._name, option, raw=raw, vars=vars, fallback=fallback)

    def getint(self, option, fallback=None, **kwargs):
        return self._parser.getint(self._name, option, fallback=fallback, **kwargs)

    def getfloat(self, option, fallback=None, **kwargs):
        return self._parser.getfloat(self._name, option, fallback=fallback, **kwargs)

    def getboolean(self, option, fallback=None, **kwargs):
        return self._parser.getboolean(self._name, option, fallback=fallback, **kwargs)

    def __getattr__(self, name):
        parser = self.__dict__.get('_parser')
        if parser is not None and name.startswith('get') and parser._converters.get(name[3:]) is not None:
            method = getattr(parser, name)
            return lambda option, fallback=None, **kwargs: method(self._name, option, fallback=fallback, **kwargs)
        raise AttributeError(name)
