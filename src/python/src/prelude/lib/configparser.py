"""configparser: INI files."""

from collections import ChainMap
from collections.abc import MutableMapping
import io
import os

__all__ = ['NoSectionError', 'DuplicateOptionError', 'DuplicateSectionError', 'NoOptionError', 'InterpolationError',
           'InterpolationDepthError', 'InterpolationMissingOptionError', 'InterpolationSyntaxError', 'ParsingError',
           'MissingSectionHeaderError', 'ConfigParser', 'RawConfigParser', 'SectionProxy', 'Interpolation',
           'BasicInterpolation', 'ExtendedInterpolation', 'DEFAULTSECT', 'MAX_INTERPOLATION_DEPTH']
DEFAULTSECT = 'DEFAULT'
MAX_INTERPOLATION_DEPTH = 10
_UNSET = object()


class Error(Exception):
    def __init__(self, msg=''):
        self.message = msg
        Exception.__init__(self, msg)

    def __repr__(self):
        return self.message

    __str__ = __repr__


class NoSectionError(Error):
    def __init__(self, section):
        Error.__init__(self, f'No section: {section!r}')
        self.section = section
        self.args = (section,)


class DuplicateSectionError(Error):
    def __init__(self, section, source=None, lineno=None):
        where = f'While reading from {source!r} [line {lineno:2d}]: ' if source is not None else ''
        text = f'section {section!r} already exists'
        Error.__init__(self, where + text if where else text[0].upper() + text[1:])
        self.section = section
        self.source = source
        self.lineno = lineno
        self.args = (section, source, lineno)


class DuplicateOptionError(Error):
    def __init__(self, section, option, source=None, lineno=None):
        where = f'While reading from {source!r} [line {lineno:2d}]: ' if source is not None else ''
        text = f'option {option!r} in section {section!r} already exists'
        Error.__init__(self, where + text if where else text[0].upper() + text[1:])
        self.section = section
        self.option = option
        self.source = source
        self.lineno = lineno
        self.args = (section, option, source, lineno)


class NoOptionError(Error):
    def __init__(self, option, section):
        Error.__init__(self, f'No option {option!r} in section: {section!r}')
        self.option = option
        self.section = section
        self.args = (option, section)


class InterpolationError(Error):
    def __init__(self, option, section, msg):
        Error.__init__(self, msg)
        self.option = option
        self.section = section
        self.args = (option, section, msg)


class InterpolationMissingOptionError(InterpolationError):
    def __init__(self, option, section, rawval, reference):
        msg = (f'Bad value substitution: option {option!r} in section {section!r} contains an interpolation key '
               f'{reference!r} which is not a valid option name. Raw value: {rawval!r}')
        InterpolationError.__init__(self, option, section, msg)
        self.reference = reference


class InterpolationSyntaxError(InterpolationError):
    pass


class InterpolationDepthError(InterpolationError):
    def __init__(self, option, section, rawval):
        msg = (f'Recursion limit exceeded in value substitution: option {option!r} in section {section!r} contains an '
               f'interpolation key which cannot be substituted in {MAX_INTERPOLATION_DEPTH} steps. Raw value: {rawval!r}')
        InterpolationError.__init__(self, option, section, msg)


class ParsingError(Error):
    def __init__(self, source):
        Error.__init__(self, f'Source contains parsing errors: {source!r}')
        self.source = source
        self.errors = []
        self.args = (source,)

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += f'\n\t[line {lineno:2d}]: {line}'


class MissingSectionHeaderError(ParsingError):
    def __init__(self, filename, lineno, line):
        Error.__init__(self, f'File contains no section headers.\nfile: {filename!r}, line: {lineno}\n{line!r}')
        self.source = filename
        self.lineno = lineno
        self.line = line
        self.args = (filename, lineno, line)


class Interpolation:
    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value


class BasicInterpolation(Interpolation):
    """%(name)s stands for another option."""

    def before_get(self, parser, section, option, value, defaults):
        return self._expand(parser, section, option, value, value, defaults, 1)

    def before_set(self, parser, section, option, value):
        rest = value.replace('%%', '')
        at = rest.find('%')
        if at >= 0 and not (rest[at + 1:at + 2] == '(' and ')s' in rest[at:]):
            raise ValueError(f"invalid interpolation syntax in {value!r} at position {value.find('%')}")
        return value

    def _expand(self, parser, section, option, raw, text, values, depth):
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        out = []
        at = 0
        while True:
            found = text.find('%', at)
            if found < 0:
                out.append(text[at:])
                return ''.join(out)
            out.append(text[at:found])
            following = text[found + 1:found + 2]
            if following == '%':
                out.append('%')
                at = found + 2
            elif following == '(':
                end = text.find(')s', found)
                if end < 0:
                    raise InterpolationSyntaxError(option, section, f'bad interpolation variable reference {text[found:]!r}')
                name = parser.optionxform(text[found + 2:end])
                if name not in values:
                    raise InterpolationMissingOptionError(option, section, raw, name)
                out.append(self._expand(parser, section, option, raw, values[name], values, depth + 1))
                at = end + 2
            else:
                raise InterpolationSyntaxError(option, section, f"'%' must be followed by '%' or '(', found: {text[found:]!r}")


class ExtendedInterpolation(Interpolation):
    """${name} and ${section:name} stand for other options."""

    def before_get(self, parser, section, option, value, defaults):
        return self._expand(parser, section, option, value, value, defaults, 1)

    def _expand(self, parser, section, option, raw, text, values, depth):
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        out = []
        at = 0
        while True:
            found = text.find('$', at)
            if found < 0:
                out.append(text[at:])
                return ''.join(out)
            out.append(text[at:found])
            following = text[found + 1:found + 2]
            if following == '$':
                out.append('$')
                at = found + 2
            elif following == '{' and '}' in text[found:]:
                end = text.index('}', found)
                path = text[found + 2:end].split(':')
                try:
                    if len(path) == 1:
                        value, inner, scope = values[parser.optionxform(path[0])], section, values
                    else:
                        inner = path[0]
                        value = parser.get(inner, parser.optionxform(path[1]), raw=True)
                        scope = dict(parser.items(inner, raw=True))
                except (KeyError, NoSectionError, NoOptionError):
                    raise InterpolationMissingOptionError(option, section, raw, ':'.join(path)) from None
                out.append(self._expand(parser, inner, option, raw, value, scope, depth + 1))
                at = end + 1
            else:
                raise InterpolationSyntaxError(option, section, f"'$' must be followed by '$' or '{{', found: {text[found:]!r}")


class RawConfigParser(MutableMapping):
    BOOLEAN_STATES = {'1': True, 'yes': True, 'true': True, 'on': True, '0': False, 'no': False, 'false': False, 'off': False}
    _DEFAULT_INTERPOLATION = Interpolation()

    def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *, delimiters=('=', ':'),
                 comment_prefixes=('#', ';'), inline_comment_prefixes=None, strict=True, empty_lines_in_values=True,
                 default_section=DEFAULTSECT, interpolation=_UNSET, converters=None):
        self._sections = {}
        self._defaults = {}
        self._proxies = {}
        self._delimiters = tuple(delimiters)
        self._comments = tuple(comment_prefixes or ())
        self._inline = tuple(inline_comment_prefixes or ())
        self._strict = strict
        self._allow_no_value = allow_no_value
        self._blank_in_values = empty_lines_in_values
        self.default_section = default_section
        self._interpolation = self._DEFAULT_INTERPOLATION if interpolation is _UNSET else interpolation or Interpolation()
        self._converters = dict(converters or {})
        if defaults:
            for key, value in defaults.items():
                self._defaults[self.optionxform(str(key))] = value if value is None else str(value)

    def defaults(self):
        return self._defaults

    def sections(self):
        return list(self._sections)

    def add_section(self, section):
        if section == self.default_section:
            raise ValueError(f'Invalid section name: {section!r}')
        if section in self._sections:
            raise DuplicateSectionError(section)
        self._sections[section] = {}

    def has_section(self, section):
        return section in self._sections

    def options(self, section):
        if section not in self._sections:
            raise NoSectionError(section)
        return list({**self._defaults, **self._sections[section]})

    def read(self, filenames, encoding=None):
        if isinstance(filenames, (str, bytes, os.PathLike)):
            filenames = [filenames]
        done = []
        for name in filenames:
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
        seen = set()
        for section, keys in dictionary.items():
            section = str(section)
            if section in seen and self._strict:
                raise DuplicateSectionError(section)
            if section != self.default_section and section not in self._sections:
                self.add_section(section)
            seen.add(section)
            for key, value in keys.items():
                self.set(section, self.optionxform(str(key)), value if value is None else str(value))

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
            if text.startswith('[') and ']' in text:
                name = text[1:text.index(']')]
                if name == self.default_section:
                    section = self._defaults
                elif name in self._sections:
                    if self._strict and name in seen:
                        raise DuplicateSectionError(name, source, number)
                    section = self._sections[name]
                else:
                    section = self._sections[name] = {}
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
        own = {}
        if section in self._sections:
            own = self._sections[section]
        elif section != self.default_section:
            raise NoSectionError(section)
        given = {self.optionxform(key): value if value is None else str(value) for key, value in (vars or {}).items()}
        return ChainMap(given, own, self._defaults)

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        try:
            values = self._values(section, vars)
        except NoSectionError:
            if fallback is _UNSET:
                raise
            return fallback
        option = self.optionxform(option)
        if option not in values:
            if fallback is _UNSET:
                raise NoOptionError(option, section)
            return fallback
        value = values[option]
        if raw or value is None:
            return value
        return self._interpolation.before_get(self, section, option, value, values)

    def _converted(self, section, convert, option, raw, vars, fallback):
        if fallback is _UNSET:
            return convert(self.get(section, option, raw=raw, vars=vars))
        try:
            value = self.get(section, option, raw=raw, vars=vars)
        except (NoSectionError, NoOptionError):
            return fallback
        return convert(value)

    def getint(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        return self._converted(section, int, option, raw, vars, fallback)

    def getfloat(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        return self._converted(section, float, option, raw, vars, fallback)

    def getboolean(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        return self._converted(section, self._boolean, option, raw, vars, fallback)

    def _boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError(f'Not a boolean: {value}')
        return self.BOOLEAN_STATES[value.lower()]

    def __getattr__(self, name):
        converters = self.__dict__.get('_converters', {})
        if name.startswith('get') and name[3:] in converters:
            convert = converters[name[3:]]
            return lambda section, option, *, raw=False, vars=None, fallback=_UNSET: self._converted(
                section, convert, option, raw, vars, fallback)
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def items(self, section=_UNSET, raw=False, vars=None):
        if section is _UNSET:
            return MutableMapping.items(self)
        values = self._values(section, vars)
        names = [*self._defaults, *[key for key in self._sections.get(section, {}) if key not in self._defaults],
                 *[key for key in values.maps[0] if key not in self._defaults and key not in self._sections.get(section, {})]]
        return [(name, self.get(section, name, raw=raw, vars=vars)) for name in names]

    def popitem(self):
        for key in self.sections():
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def has_option(self, section, option):
        if not section or section == self.default_section:
            return self.optionxform(option) in self._defaults
        if section not in self._sections:
            return False
        option = self.optionxform(option)
        return option in self._sections[section] or option in self._defaults

    def set(self, section, option, value=None):
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        if not section or section == self.default_section:
            target = self._defaults
        elif section in self._sections:
            target = self._sections[section]
        else:
            raise NoSectionError(section)
        target[self.optionxform(option)] = value

    def write(self, fp, space_around_delimiters=True):
        mark = f' {self._delimiters[0]} ' if space_around_delimiters else self._delimiters[0]
        groups = [(self.default_section, self._defaults)] if self._defaults else []
        for section, values in [*groups, *self._sections.items()]:
            fp.write(f'[{section}]\n')
            for key, value in values.items():
                if value is not None or not self._allow_no_value:
                    fp.write(f"{key}{mark}{str(value).replace(chr(10), chr(10) + chr(9))}\n")
                else:
                    fp.write(f'{key}\n')
            fp.write('\n')

    def remove_option(self, section, option):
        if not section or section == self.default_section:
            values = self._defaults
        elif section in self._sections:
            values = self._sections[section]
        else:
            raise NoSectionError(section)
        return values.pop(self.optionxform(option), _UNSET) is not _UNSET

    def remove_section(self, section):
        return self._sections.pop(section, None) is not None

    def __getitem__(self, key):
        if key != self.default_section and not self.has_section(key):
            raise KeyError(key)
        return SectionProxy(self, key)

    def __setitem__(self, key, value):
        if key == self.default_section:
            self._defaults.clear()
        elif key in self._sections:
            self._sections[key].clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError("Cannot remove the default section.")
        if not self.has_section(key):
            raise KeyError(key)
        self.remove_section(key)

    def __contains__(self, key):
        return key == self.default_section or self.has_section(key)

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        return iter([self.default_section, *self._sections])

    @property
    def converters(self):
        return self._converters


class ConfigParser(RawConfigParser):
    _DEFAULT_INTERPOLATION = BasicInterpolation()

    def set(self, section, option, value=None):
        if not isinstance(option, str):
            raise TypeError("option keys must be strings")
        if (not self._allow_no_value or value) and not isinstance(value, str):
            raise TypeError("option values must be strings")
        super().set(section, option, value)

    def add_section(self, section):
        if not isinstance(section, str):
            raise TypeError("section names must be strings")
        super().add_section(section)


SafeConfigParser = ConfigParser


class SectionProxy(MutableMapping):
    def __init__(self, parser, name):
        self._parser = parser
        self._name = name

    def __repr__(self):
        return f'<Section: {self._name}>'

    def __getitem__(self, key):
        if not self._parser.has_option(self._name, key):
            raise KeyError(key)
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        if not isinstance(value, str):
            raise TypeError("option values must be strings")
        self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if not (self._parser.has_option(self._name, key) and self._parser.remove_option(self._name, key)):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def _names(self):
        if self._name != self._parser.default_section:
            return self._parser.options(self._name)
        return list(self._parser.defaults())

    def __len__(self):
        return len(self._names())

    def __iter__(self):
        return iter(self._names())

    @property
    def parser(self):
        return self._parser

    @property
    def name(self):
        return self._name

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
        if parser is not None and name.startswith('get') and name[3:] in parser._converters:
            method = getattr(parser, name)
            return lambda option, fallback=None, **kwargs: method(self._name, option, fallback=fallback, **kwargs)
        raise AttributeError(name)
