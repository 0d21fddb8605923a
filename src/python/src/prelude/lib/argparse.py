"""argparse: command lines. Help and errors are CPython 3.11's word for word."""

import os as _os
import sys as _sys

__all__ = ['ArgumentParser', 'ArgumentError', 'ArgumentTypeError', 'BooleanOptionalAction', 'FileType', 'HelpFormatter',
           'ArgumentDefaultsHelpFormatter', 'RawDescriptionHelpFormatter', 'RawTextHelpFormatter', 'MetavarTypeHelpFormatter',
           'Namespace', 'Action', 'ONE_OR_MORE', 'OPTIONAL', 'PARSER', 'REMAINDER', 'SUPPRESS', 'ZERO_OR_MORE']
# In the place of a text or a value: there is none, and nobody is told.
SUPPRESS = '=='.join(('', 'SUPPRESS', ''))
OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, PARSER, REMAINDER = '?', '*', '+', 'A...', '...'
# Where a namespace keeps what a subcommand's parser could not use.
_EXTRAS = '_unrecognized_args'


class ArgumentError(Exception):
    def __init__(self, argument, message):
        self.message, self.argument_name = message, _name_of(argument)

    def __str__(self):
        return self.message if self.argument_name is None else f'argument {self.argument_name}: {self.message}'


class ArgumentTypeError(Exception):
    pass


def _name_of(action):
    """What messages call it."""
    if action is not None:
        if action.option_strings:
            return '/'.join(action.option_strings)
        for name in (action.metavar, action.dest):
            if name is not None and name != SUPPRESS:
                return name
        if action.choices:
            return _braces(action.choices)
    return None


def _braces(choices):
    return '{' + ','.join(map(str, choices)) + '}'


class _AttributeHolder:
    def __repr__(self):
        parts = [repr(arg) for arg in self._get_args()]
        stars = {}
        for name, value in (*self._get_kwargs(),):
            if name.isidentifier():
                parts.append(f'{name}={value!r}')
            else:
                stars[name] = value
        if stars:
            parts.append(f'**{stars!r}')
        return f"{type(self).__name__}({', '.join(parts)})"

    def _get_kwargs(self):
        return [*vars(self).items()]

    def _get_args(self):
        return []


class Namespace(_AttributeHolder):
    def __init__(self, **kwargs):
        vars(self).update(kwargs)

    def __contains__(self, key):
        return key in vars(self)

    def __eq__(self, other):
        return vars(other) == vars(self) if isinstance(other, Namespace) else NotImplemented


# -- help

class HelpFormatter:
    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            try:
                width = int(_os.environ.get('COLUMNS', '80')) - 2
            except ValueError:
                width = 78
        self._prog, self._width, self._step = prog, width, indent_increment
        # Where the helps begin: not farther to the right.
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
        self._current_indent = 0
        self._longest = 0
        self._parts = []
        self._section = None

    # what is in a section is kept as functions that make the text when the widths are known
    def start_section(self, heading):
        self._current_indent = self._current_indent + self._step
        self._section = (self._section, heading, self._parts)
        self._parts = []

    def end_section(self):
        outer, heading, before = self._section
        inner, self._parts, self._section = self._parts, before, outer
        indent = self._current_indent = self._current_indent - self._step

        def text():
            body = ''.join(part() for part in inner)
            if not body:
                return ''
            title = f"{' ' * indent}{heading}:\n" if heading not in (None, SUPPRESS) else ''
            return '\n' + title + body + '\n'

        self._parts.append(text)

    def add_text(self, text):
        if text not in (None, SUPPRESS):
            indent = self._current_indent
            self._parts.append(lambda: self._format_text(text, indent))

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage == SUPPRESS:
            return
        self._parts.append(lambda: self._format_usage(usage, actions, groups, prefix))

    def add_argument(self, action):
        if action.help == SUPPRESS:
            return
        indent = self._current_indent
        lengths = [len(self._format_action_invocation(action)) + indent]
        for inner in action._get_subactions():
            lengths.append(len(self._format_action_invocation(inner)) + indent + self._step)
        self._longest = max(self._longest, *lengths)
        self._parts.append(lambda: self._format_action(action, indent))

    def add_arguments(self, actions):
        for action in actions:
            self.add_argument(action)

    def format_help(self):
        text = ''.join(part() for part in self._parts)
        while '\n\n\n' in text:
            text = text.replace('\n\n\n', '\n\n')
        return text.strip('\n') + '\n' if text else text

    def _with_prog(self, text):
        return text % {'prog': self._prog}

    def _format_text(self, text, indent):
        text = self._with_prog(text) if '%(prog)' in text else text
        width = max(self._width - indent, 11)
        return self._fill_text(text, width, ' ' * indent) + '\n\n'

    def _fill_text(self, text, width, indent):
        import textwrap
        return textwrap.fill(' '.join(text.split()), width, initial_indent=indent, subsequent_indent=indent)

    def _split_lines(self, text, width):
        import textwrap
        return textwrap.wrap(' '.join(text.split()), width)

    def _get_help_string(self, action):
        return action.help

    def _get_default_metavar_for_positional(self, action):
        return action.dest

    def _get_default_metavar_for_optional(self, action):
        shout = action.dest.upper
        return shout()

    def _metavar(self, action, default):
        shown = action.metavar
        if shown is None:
            shown = default if action.choices is None else _braces(action.choices)
        return lambda count: shown if isinstance(shown, tuple) else (shown,) * count

    def _format_args(self, action, default):
        metavar = self._metavar(action, default)
        nargs = action.nargs
        if nargs is None:
            return metavar(1)[0]
        if nargs == OPTIONAL:
            return '[%s]' % metavar(1)
        if nargs == ZERO_OR_MORE:
            names = metavar(1)
            return '[%s [%s ...]]' % names if len(names) == 2 else '[%s ...]' % names
        if nargs == ONE_OR_MORE:
            return '%s [%s ...]' % metavar(2)
        if nargs == REMAINDER:
            return '...'
        if nargs == PARSER:
            return '%s ...' % metavar(1)
        if nargs == SUPPRESS:
            return ''
        return ' '.join(metavar(nargs))

    def _format_action_invocation(self, action):
        if action._is_positional():
            name, *_ = self._metavar(action, self._get_default_metavar_for_positional(action))(1)
            return name
        if action.nargs == 0:
            return ', '.join(action.option_strings)
        args = self._format_args(action, self._get_default_metavar_for_optional(action))
        return ', '.join(f'{option} {args}' for option in action.option_strings)

    def _expand_help(self, action):
        words = {name: getattr(value, '__name__', value) for name, value in vars(action).items() if value is not SUPPRESS}
        words['prog'] = self._prog
        if action.choices is not None:
            words['choices'] = ', '.join(map(str, action.choices))
        return self._get_help_string(action) % words

    def _format_action(self, action, indent):
        position = min(self._longest + 2, self._max_help_position)
        help_width = max(self._width - position, 11)
        action_width = position - indent - 2
        header = self._format_action_invocation(action)
        lead = ' ' * indent
        first = 0
        if not action.help:
            parts = [f'{lead}{header}\n']
        elif len(header) <= action_width:
            parts = [f'{lead}{header:<{action_width}}  ']
        else:
            parts = [f'{lead}{header}\n']
            first = position
        help = action.help or ''
        if help.strip():
            text = self._expand_help(action)
            if text:
                lines = self._split_lines(text, help_width)
                parts.append(f"{' ' * first}{lines[0]}\n")
                parts.extend(f"{' ' * position}{line}\n" for line in lines[1:])
        elif not parts[-1].endswith('\n'):
            parts.append('\n')
        for inner in action._get_subactions():
            parts.append(self._format_action(inner, indent + self._step))
        return ''.join(parts)

    def _format_usage(self, usage, actions, groups, prefix):
        if prefix is None:
            prefix = 'usage: '
        if usage is not None:
            usage = self._with_prog(usage)
        elif not actions:
            usage = self._prog
        else:
            options = [action for action in actions if not action._is_positional()]
            values = [action for action in actions if action._is_positional()]
            # Together, because a group may have both.
            usage = ' '.join([self._prog, *self._usage_parts(options + values, groups)])
            if len(prefix) + len(usage) > self._width:
                usage = self._wrapped_usage(prefix, self._usage_parts(options, groups), self._usage_parts(values, groups))
        return f'{prefix}{usage}\n\n'

    def _wrapped_usage(self, prefix, options, positions):
        width = self._width
        prog = self._prog

        def lines_of(parts, indent, used=0):
            """Lines that begin at the indent; of the first so much is used already, and stands for its indent."""
            lines = []
            length = (used or indent) - 1
            for part in parts:
                length += len(part) + 1
                if length <= width and lines:
                    lines[-1] += ' ' + part
                    continue
                if not lines:
                    lines.append((' ' * indent if not used else '') + part)
                else:
                    lines.append(' ' * indent + part)
                    length = indent + len(part)
            return lines

        used = len(prefix)
        if used + len(prog) <= width * 0.75:
            behind = used + len(prog) + 1
            if not options:
                return '\n'.join(lines_of([prog, *positions], behind, used))
            return '\n'.join(lines_of([prog, *options], behind, used) + lines_of(positions, behind))
        lines = lines_of(options + positions, used)
        if len(lines) > 1:
            lines = lines_of(options, used) + lines_of(positions, used)
        return '\n'.join([prog, *lines])

    def _usage_parts(self, actions, groups):
        parts = []
        at = 0
        while at < len(actions):
            action = actions[at]
            group = None
            for candidate in groups:
                members = candidate._group_actions
                if members and members[0] is action and actions[at:at + len(members)] == members:
                    group = candidate
                    break
            if group is not None:
                shown = [self._usage_part(member, True) for member in group._group_actions]
                shown = [part for part in shown if part]
                if shown:
                    parts.append(f"({' | '.join(shown)})" if group.required and len(shown) > 1 else
                                 f"[{' | '.join(shown)}]" if not group.required else shown[0])
                at += len(group._group_actions)
                continue
            part = self._usage_part(action, False)
            if part:
                parts.append(part)
            at += 1
        return parts

    def _usage_part(self, action, in_group):
        if action.help == SUPPRESS:
            return None
        if action._is_positional():
            part = self._format_args(action, self._get_default_metavar_for_positional(action))
            if in_group and part[:1] == '[' and part[-1:] == ']':
                part = part[1:-1]
            return part
        if action.nargs == 0:
            show = action.format_usage
            part = show()
        else:
            part = f'{action.option_strings[0]} {self._format_args(action, self._get_default_metavar_for_optional(action))}'
        return part if action.required or in_group else f'[{part}]'


class RawDescriptionHelpFormatter(HelpFormatter):
    def _fill_text(self, text, width, indent):
        lines = text.splitlines(True)
        return indent + indent.join(lines) if lines else ''


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    def _split_lines(self, text, width):
        return text.splitlines()


_DEFAULT_SHOWN = ' (default: %(default)s)'


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    def _get_help_string(self, action):
        help = action.help or ''
        if '%(default)' not in help and action.default is not SUPPRESS:
            if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
                help += _DEFAULT_SHOWN
        return help


class MetavarTypeHelpFormatter(HelpFormatter):
    def _get_default_metavar_for_positional(self, action):
        kind = action.type
        return kind.__name__

    _get_default_metavar_for_optional = _get_default_metavar_for_positional


# -- actions

def _shown(thing, names):
    return [(name, getattr(thing, name)) for name in names.split()]


class Action(_AttributeHolder):
    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False,
                 help=None, metavar=None):
        self.option_strings, self.dest, self.nargs = option_strings, dest, nargs
        self.const, self.default = const, default
        self.type, self.choices, self.required = type, choices, required
        self.help, self.metavar = help, metavar

    def _is_positional(self):
        return not self.option_strings

    def _put(self, namespace, value):
        setattr(namespace, self.dest, value)

    def _list_in(self, namespace):
        """A copy of what was gathered so far: the default must stay as it is."""
        return list(getattr(namespace, self.dest, None) or ())

    def _get_kwargs(self):
        return _shown(self, 'option_strings dest nargs const default type choices required help metavar')

    def _get_subactions(self):
        return []

    def format_usage(self):
        return self.option_strings[0]

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError('.__call__() not defined')


class BooleanOptionalAction(Action):
    def __init__(self, option_strings, dest, default=None, type=None, choices=None, required=False, help=None, metavar=None):
        options = []
        for option in option_strings:
            options.append(option)
            if option.startswith('--'):
                options.append('--no-' + option[2:])
        super().__init__(options, dest, 0, None, default, type, choices, required, help, metavar)

    def __call__(self, parser, namespace, values, option_string=None):
        if option_string in self.option_strings:
            self._put(namespace, option_string[:5] != '--no-')

    def format_usage(self):
        spellings = self.option_strings
        return ' | '.join(spellings)


class _StoreAction(Action):
    def __init__(self, option_strings, dest, nargs=None, const=None, **kwargs):
        if nargs == 0:
            raise ValueError('nargs for store actions must be != 0; if you have nothing to store, actions such as store true '
                             'or store const may be more appropriate')
        if nargs != OPTIONAL and const is not None:
            raise ValueError(f'nargs must be {OPTIONAL!r} to supply const')
        super().__init__(option_strings, dest, nargs, const, **kwargs)

    def __call__(self, parser, namespace, values, option_string=None):
        self._put(namespace, values)


class _StoreConstAction(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None):
        super().__init__(option_strings, dest, 0, const, default, required=required, help=help, metavar=metavar)

    def __call__(self, parser, namespace, values, option_string=None):
        self._put(namespace, self.const)


class _StoreTrueAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=False, required=False, help=None):
        super().__init__(option_strings, dest, True, default, required, help)


class _StoreFalseAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=True, required=False, help=None):
        super().__init__(option_strings, dest, False, default, required, help)


class _AppendAction(_StoreAction):
    def __call__(self, parser, namespace, values, option_string=None):
        self._put(namespace, [*self._list_in(namespace), values])


class _ExtendAction(_StoreAction):
    def __call__(self, parser, namespace, values, option_string=None):
        self._put(namespace, [*self._list_in(namespace), *values])


class _AppendConstAction(_StoreConstAction):
    def __call__(self, parser, namespace, values, option_string=None):
        self._put(namespace, [*self._list_in(namespace), self.const])


class _CountAction(Action):
    def __init__(self, option_strings, dest, default=None, required=False, help=None):
        super().__init__(option_strings, dest, 0, default=default, required=required, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        before = getattr(namespace, self.dest, None)
        self._put(namespace, 1 if before is None else before + 1)


class _HelpAction(Action):
    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None):
        super().__init__(option_strings, dest, 0, default=default, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _VersionAction(Action):
    def __init__(self, option_strings, version=None, dest=SUPPRESS, default=SUPPRESS, help="show program's version number and exit"):
        super().__init__(option_strings, dest, 0, default=default, help=help)
        self.version = version

    def __call__(self, parser, namespace, values, option_string=None):
        page = parser._get_formatter()
        page.add_text(parser.version if self.version is None else self.version)
        parser._print_message(page.format_help(), _sys.stdout)
        parser.exit()


class _SubParsersAction(Action):
    class _ChoicesPseudoAction(Action):
        def __init__(self, name, aliases, help):
            metavar = name + (f" ({', '.join(aliases)})" if aliases else '')
            super().__init__([], name, help=help, metavar=metavar)

    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
        self._prog_prefix, self._make = prog, parser_class
        # Parsers by name and alias, and what the help says of each name.
        self._parsers, self._rows = {}, []
        super().__init__(option_strings, dest, PARSER, choices=self._parsers, required=required, help=help, metavar=metavar)

    def add_parser(self, name, **kwargs):
        if kwargs.get('prog', None) is None:
            kwargs['prog'] = f'{self._prog_prefix} {name}'
        aliases = kwargs.pop('aliases', ())
        if name in self._parsers:
            raise ArgumentError(self, f'conflicting subparser: {name}')
        for alias in aliases:
            if alias in self._parsers:
                raise ArgumentError(self, f'conflicting subparser alias: {alias}')
        if 'help' in kwargs:
            row = self._ChoicesPseudoAction(name, aliases, kwargs.pop('help'))
            self._rows.append(row)
        made = self._make(**kwargs)
        self._parsers.update(dict.fromkeys([name, *aliases], made))
        return made

    def _get_subactions(self):
        return self._rows

    def __call__(self, parser, namespace, values, option_string=None):
        name, *rest = values
        if self.dest != SUPPRESS:
            self._put(namespace, name)
        chosen = self._parsers.get(name)
        if chosen is None:
            raise ArgumentError(self, f"unknown parser {name!r} (choices: {', '.join(self._parsers)})")
        # Its defaults count, whatever the namespace has.
        inner, extra = chosen.parse_known_args(rest, None)
        vars(namespace).update(vars(inner))
        if extra:
            vars(namespace).setdefault(_EXTRAS, []).extend(extra)


class FileType:
    def __init__(self, mode='r', bufsize=-1, encoding=None, errors=None):
        self._mode, self._rest = mode, (bufsize, encoding, errors)

    def __call__(self, string):
        if string == '-':
            stream = _sys.stdin if 'r' in self._mode else _sys.stdout if set('wax') & set(self._mode) else None
            if stream is None:
                raise ValueError(f'argument "-" with mode {self._mode!r}')
            return stream.buffer if 'b' in self._mode else stream
        try:
            return open(string, self._mode, *self._rest)
        except OSError as problem:
            raise ArgumentTypeError(f"can't open '{string}': {problem}") from None

    def __repr__(self):
        size, encoding, errors = self._rest
        given = [repr(value) for value in (self._mode, size) if value != -1]
        given += [f'{name}={value!r}' for name, value in (('encoding', encoding), ('errors', errors)) if value is not None]
        return f"{type(self).__name__}({', '.join(given)})"


_KINDS_OF_NARGS = {None, OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, PARSER, REMAINDER, SUPPRESS}
_ACTIONS = {None: _StoreAction, 'store': _StoreAction, 'store_const': _StoreConstAction, 'store_true': _StoreTrueAction,
            'store_false': _StoreFalseAction, 'append': _AppendAction, 'append_const': _AppendConstAction,
            'count': _CountAction, 'parsers': _SubParsersAction, 'help': _HelpAction, 'version': _VersionAction, 'extend': _ExtendAction}


class _ActionsContainer:
    def __init__(self, description, prefix_chars, argument_default, conflict_handler):
        if conflict_handler not in ('error', 'resolve'):
            raise ValueError(f"invalid conflict_resolution value: {conflict_handler!r}")
        self.description, self.prefix_chars = description, prefix_chars
        self.argument_default, self.conflict_handler = argument_default, conflict_handler
        # Shared by a parser and its groups: all actions, those of options by spelling, groups of both kinds, defaults.
        self._actions, self._by_option = [], {}
        self._action_groups, self._exclusive = [], []
        self._defaults = {}
        self._registered = {('action', name): kind for name, kind in _ACTIONS.items()}

    def get_default(self, dest):
        found = [action.default for action in self._actions if action.dest == dest]
        return next((value for value in found if value is not None), self._defaults.get(dest))

    def register(self, registry_name, value, object):
        self._registered[registry_name, value] = object

    def _registry_get(self, registry_name, value, default_value=None):
        try:
            return self._registered.get((registry_name, value), default_value)
        except TypeError:
            # Not hashable: nobody registered it.
            return default_value

    def set_defaults(self, **kwargs):
        self._defaults |= kwargs
        for known in self._actions:
            known.default = kwargs.get(known.dest, known.default)

    def add_argument(self, *args, **kwargs):
        if args and (len(args) > 1 or args[0][0] in self.prefix_chars):
            kwargs = self._optional(*args, **kwargs)
        elif args and 'dest' in kwargs:
            raise ValueError('dest supplied twice for positional argument')
        else:
            kwargs = self._positional(*args, **kwargs)
        usual = self._defaults.get(kwargs['dest'], self.argument_default)
        if usual is not None or kwargs['dest'] in self._defaults:
            kwargs.setdefault('default', usual)
        kind = kwargs.pop('action', None)
        kind = self._registry_get('action', kind, kind)
        if not callable(kind):
            raise ValueError(f'unknown action "{kind}"')
        action = kind(**kwargs)
        if action.type is not None and not callable(self._registry_get('type', action.type, action.type)):
            raise ValueError(f'{action.type!r} is not callable')
        if action.type is FileType:
            raise ValueError(f'{action.type!r} is a FileType class object, instance of it must be passed')
        if isinstance(action.metavar, tuple):
            given = len(action.metavar)
            fits = {None: (1,), OPTIONAL: (1,), PARSER: (1,), ONE_OR_MORE: (2,), ZERO_OR_MORE: (1, 2), REMAINDER: (given,),
                    SUPPRESS: (given,)}.get(action.nargs, (action.nargs,))
            if given not in fits:
                raise ValueError('length of metavar tuple does not match nargs')
        if not isinstance(action.nargs, int) and action.nargs not in _KINDS_OF_NARGS:
            raise ValueError('invalid nargs value')
        return self._add_action(action)

    def _positional(self, dest, **kwargs):
        if 'required' in kwargs:
            raise TypeError("'required' is an invalid argument for positionals")
        nargs = kwargs.get('nargs')
        if nargs != OPTIONAL and (nargs != ZERO_OR_MORE or 'default' not in kwargs):
            # It may be empty, but it is always there.
            kwargs.update(required=True)
        kwargs.update(dest=dest, option_strings=[])
        return kwargs

    def _optional(self, *args, **kwargs):
        options, long = [], []
        for option in args:
            if option[0] not in self.prefix_chars:
                raise ValueError(f'invalid option string {option!r}: must start with a character {self.prefix_chars!r}')
            options.append(option)
            if len(option) > 1 and option[1] in self.prefix_chars:
                long.append(option)
        if kwargs.get('dest') is None:
            name, *_ = long or options
            bare = name.lstrip(self.prefix_chars)
            if not bare:
                raise ValueError(f'dest= is required for options like {name!r}')
            kwargs['dest'] = '_'.join(bare.split('-'))
        kwargs['option_strings'] = options
        return kwargs

    def _add_action(self, action):
        clashes = [option for option in action.option_strings if option in self._by_option]
        if clashes:
            if self.conflict_handler == 'error':
                plural = 's' if len(clashes) > 1 else ''
                raise ArgumentError(action, f"conflicting option string{plural}: {', '.join(clashes)}")
            for option in clashes:
                other = self._by_option.pop(option)
                other.option_strings.remove(option)
                if not other.option_strings:
                    self._remove(other)
        everything = self._actions
        everything.append(action)
        action.container = self
        for option in action.option_strings:
            self._by_option[option] = action
        return action

    def _remove(self, action):
        for members in (self._actions, *(group._group_actions for group in self._action_groups)):
            if action in members:
                members.remove(action)

    def add_argument_group(self, *args, **kwargs):
        made = _ArgumentGroup(self, *args, **kwargs)
        self._action_groups.append(made)
        return made

    def add_mutually_exclusive_group(self, **kwargs):
        made = _MutuallyExclusiveGroup(self, **kwargs)
        self._exclusive.append(made)
        return made


class _ArgumentGroup(_ActionsContainer):
    def __init__(self, container, title=None, description=None, **kwargs):
        super().__init__(description, kwargs.get('prefix_chars', container.prefix_chars),
                         kwargs.get('argument_default', container.argument_default),
                         kwargs.get('conflict_handler', container.conflict_handler))
        self.title, self._group_actions = title, []
        self._outer = container
        for shared in ('_actions', '_by_option', '_defaults', '_exclusive', '_action_groups', '_registered'):
            setattr(self, shared, getattr(container, shared))

    def _add_action(self, action):
        added = super()._add_action(action)
        self._group_actions.append(added)
        return added


class _MutuallyExclusiveGroup(_ArgumentGroup):
    def __init__(self, container, required=False):
        super().__init__(container)
        self.required = required

    def _add_action(self, action):
        if not action.required:
            added = self._outer._add_action(action)
            self._group_actions.append(added)
            return added
        raise ValueError('mutually exclusive arguments must be optional')

    def _remove(self, action):
        self._outer._remove(action)
        self._group_actions.remove(action)


class ArgumentParser(_AttributeHolder, _ActionsContainer):
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=[], formatter_class=HelpFormatter,
                 prefix_chars='-', fromfile_prefix_chars=None, argument_default=None, conflict_handler='error',
                 add_help=True, allow_abbrev=True, exit_on_error=True):
        _ActionsContainer.__init__(self, description, prefix_chars, argument_default, conflict_handler)
        self.prog = _os.path.basename(_sys.argv[0]) if prog is None else prog
        self.usage, self.epilog, self.formatter_class = usage, epilog, formatter_class
        self.add_help, self.allow_abbrev, self.exit_on_error = add_help, allow_abbrev, exit_on_error
        # Arguments that begin so name files with arguments.
        self.fromfile_prefix_chars = fromfile_prefix_chars
        self._positionals = self.add_argument_group('positional arguments')
        self._optionals = self.add_argument_group('options')
        self._subparsers = None
        if add_help:
            prefix = '-' if '-' in prefix_chars else prefix_chars[0]
            self.add_argument(prefix + 'h', prefix * 2 + 'help', action='help', default=SUPPRESS,
                              help='show this help message and exit')
        for parent in parents:
            self._take_from(parent)

    def _take_from(self, parent):
        titles = {group.title: group for group in self._action_groups}
        placed = {}
        for group in parent._action_groups:
            if group.title not in titles:
                titles[group.title] = self.add_argument_group(group.title, group.description)
            placed.update((id(action), titles[group.title]) for action in group._group_actions)
        for action in parent._actions:
            placed.get(id(action), self)._add_action(action)
        for group in parent._exclusive:
            made = self.add_mutually_exclusive_group(required=group.required)
            made._group_actions.extend(group._group_actions)
        self._defaults.update(parent._defaults)

    def _get_kwargs(self):
        return _shown(self, 'prog usage description formatter_class conflict_handler add_help')

    def _add_action(self, action):
        group = self._positionals if action._is_positional() else self._optionals
        return group._add_action(action)

    def add_subparsers(self, **kwargs):
        if self._subparsers is not None:
            self.error('cannot have multiple subparser arguments')
        group = self._positionals
        if not {'title', 'description'}.isdisjoint(kwargs):
            group = self.add_argument_group(kwargs.pop('title', 'subcommands'), kwargs.pop('description', None))
        self._subparsers = group
        if kwargs.get('prog', None) is None:
            page = self._get_formatter()
            page.add_usage(self.usage, [action for action in self._actions if action._is_positional()], self._exclusive, '')
            kwargs['prog'] = page.format_help().strip()
        kwargs = {'parser_class': type(self), **kwargs}
        commands = self._registry_get('action', 'parsers')(option_strings=[], **kwargs)
        group._add_action(commands)
        return commands

    # -- parsing

    def parse_args(self, args=None, namespace=None):
        found, extra = self.parse_known_args(args, namespace)
        if extra:
            self.error(f"unrecognized arguments: {' '.join(extra)}")
        return found

    def parse_known_args(self, args=None, namespace=None):
        args = _sys.argv[1:] if args is None else list(args)
        namespace = Namespace() if namespace is None else namespace
        usual = [(action.dest, action.default) for action in self._actions if SUPPRESS not in (action.dest, action.default)]
        for dest, default in [*usual, *self._defaults.items()]:
            if not hasattr(namespace, dest):
                setattr(namespace, dest, default)
        if not self.exit_on_error:
            found, extra = self._parse(args, namespace)
        else:
            try:
                found, extra = self._parse(args, namespace)
            except ArgumentError as problem:
                self.error(str(problem))
        if hasattr(found, _EXTRAS):
            extra.extend(getattr(found, _EXTRAS))
            delattr(found, _EXTRAS)
        return found, extra

    def parse_intermixed_args(self, args=None, namespace=None):
        found, extra = self.parse_known_intermixed_args(args, namespace)
        if extra:
            self.error(f"unrecognized arguments: {' '.join(extra)}")
        return found

    def parse_known_intermixed_args(self, args=None, namespace=None):
        """First the options, as though there were nothing else; then the values among what they left over."""
        positionals = [action for action in self._actions if action._is_positional()]
        for action in positionals:
            if action.nargs in (PARSER, REMAINDER):
                raise TypeError(f'parse_intermixed_args: positional arg with nargs={action.nargs}')
        if any(action in group._group_actions for group in self._exclusive for action in positionals):
            raise TypeError('parse_intermixed_args: positional in mutuallyExclusiveGroup')
        usage = self.usage
        kept = [(action, action.nargs, action.default) for action in positionals]
        if usage is None:
            # What an error shows must have them.
            self.usage = self.format_usage()[len('usage: '):].rstrip()
        try:
            for action in positionals:
                action.nargs = action.default = SUPPRESS
            found, rest = self.parse_known_args(args, namespace)
            for action in positionals:
                if getattr(found, action.dest, None) == []:
                    delattr(found, action.dest)
        finally:
            for action, nargs, default in kept:
                action.nargs, action.default = nargs, default
            self.usage = usage
        asked = [thing for thing in (*self._actions, *self._exclusive) if thing.required and thing not in positionals]
        try:
            for thing in asked:
                thing.required = False
            return self.parse_known_args(rest, found)
        finally:
            for thing in asked:
                thing.required = True

    def convert_arg_line_to_args(self, arg_line):
        return [arg_line]

    def _from_files(self, args):
        found = []
        for arg in args:
            if not arg or arg[0] not in self.fromfile_prefix_chars:
                found.append(arg)
                continue
            try:
                with open(arg[1:]) as file:
                    lines = file.read().splitlines()
            except OSError as problem:
                self.error(str(problem))
            found.extend(self._from_files([part for line in lines for part in self.convert_arg_line_to_args(line)]))
        return found

    def _option(self, text):
        """(action, option, explicit argument) if this is an option; action None where nobody knows it."""
        if not text or text[0] not in self.prefix_chars:
            return None
        if text in self._by_option:
            return self._by_option[text], text, None
        if len(text) == 1:
            return None
        if '=' in text:
            option, _, value = text.partition('=')
            if option in self._by_option:
                return self._by_option[option], option, value
        matches = self._abbreviated(text)
        if len(matches) > 1:
            options = ', '.join(option for _, option, _ in matches)
            self.error(f'ambiguous option: {text} could match {options}')
        if matches:
            return matches[0]
        if _is_negative_number(text) and not any(_is_negative_number(option) for option in self._by_option):
            return None
        if ' ' in text:
            return None
        return None, text, None

    def _abbreviated(self, text):
        found = []
        if text[1] in self.prefix_chars:
            if self.allow_abbrev:
                option, mark, value = text.partition('=')
                for known, action in self._by_option.items():
                    if known.startswith(option):
                        found.append((action, known, value if mark else None))
        else:
            for known, action in self._by_option.items():
                if known == text[:2]:
                    found.append((action, known, text[2:]))
                elif self.allow_abbrev and known.startswith(text):
                    found.append((action, known, None))
        return found

    def _parse(self, args, namespace):
        args = args if self.fromfile_prefix_chars is None else self._from_files(args)
        conflicts = {}
        for group in self._exclusive:
            for at, action in enumerate(group._group_actions):
                others = group._group_actions[:at] + group._group_actions[at + 1:]
                conflicts.setdefault(id(action), []).extend(others)
        options = {}
        pattern = []
        rest_are_values = False
        for at, arg in enumerate(args):
            if rest_are_values:
                pattern.append('A')
            elif arg == '--':
                pattern.append('-')
                rest_are_values = True
            else:
                option = self._option(arg)
                if option is None:
                    pattern.append('A')
                else:
                    options[at] = option
                    pattern.append('O')
        pattern = ''.join(pattern)
        seen, seen_given = [], []
        extras = []
        positionals = [action for action in self._actions if not action.option_strings]

        def take(action, strings, option=None):
            seen.append(action)
            values = self._values(action, strings)
            if values is not action.default:
                seen_given.append(action)
                for other in conflicts.get(id(action), ()):
                    if any(other is known for known in seen_given):
                        raise ArgumentError(action, f'not allowed with argument {_name_of(other)}')
            if values is not SUPPRESS:
                action(self, namespace, values, option)

        def take_option(start):
            action, option, explicit = options[start]
            while True:
                if action is None:
                    extras.append(args[start])
                    return start + 1
                if explicit is not None:
                    count = _match_count(action.nargs, 'A')
                    if count == 0 and option[1:2] not in self.prefix_chars and explicit != '':
                        take(action, [], option)
                        option = option[0] + explicit[0]
                        explicit = explicit[1:] or None
                        if option in self._by_option:
                            action = self._by_option[option]
                            if explicit is None and _match_count(action.nargs, 'A') != 0:
                                return take_values(action, option, start + 1)
                            if explicit is None:
                                take(action, [], option)
                                return start + 1
                            if explicit[0] == '=' and _match_count(action.nargs, 'A') == 1:
                                explicit = explicit[1:]
                            continue
                        raise ArgumentError(action, f"ignored explicit argument {option[1:] + (explicit or '')!r}")
                    if count == 1:
                        take(action, [explicit], option)
                        return start + 1
                    raise ArgumentError(action, f'ignored explicit argument {explicit!r}')
                return take_values(action, option, start + 1)

        def take_values(action, option, start):
            count = _match_count(action.nargs, pattern[start:])
            if count is None:
                raise ArgumentError(action, _nargs_message(action.nargs))
            take(action, args[start:start + count], option)
            return start + count

        def take_positionals(start):
            counts = _match_all([action.nargs for action in positionals], pattern[start:])
            for action, count in zip(positionals, counts):
                strings = args[start:start + count]
                start += count
                take(action, strings)
            del positionals[:len(counts)]
            return start

        last_option = max(options) if options else -1
        start = 0
        while start <= last_option:
            following = min(at for at in options if at >= start)
            if start != following:
                end = take_positionals(start)
                if end > start:
                    start = end
                    continue
            if start not in options:
                extras.extend(args[start:following])
                start = following
            start = take_option(start)
        stop = take_positionals(start)
        extras.extend(args[stop:])

        missing = []
        for action in self._actions:
            if not any(action is known for known in seen):
                if action.required:
                    missing.append(_name_of(action))
                elif (action.default is not None and isinstance(action.default, str) and hasattr(namespace, action.dest)
                      and action.default is getattr(namespace, action.dest)):
                    setattr(namespace, action.dest, self._value(action, action.default))
        if missing:
            self.error(f"the following arguments are required: {', '.join(missing)}")
        for group in self._exclusive:
            if group.required and not any(known is action for action in group._group_actions for known in seen_given):
                names = [_name_of(action) for action in group._group_actions if action.help is not SUPPRESS]
                self.error(f"one of the arguments {' '.join(names)} is required")
        return namespace, extras

    def _values(self, action, strings):
        nargs = action.nargs
        if nargs not in (PARSER, REMAINDER):
            strings = list(strings)
            if '--' in strings:
                strings.remove('--')
        if not strings and nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if not isinstance(value, str):
                return value
            value = self._value(action, value)
            self._check(action, value)
            return value
        if not strings and nargs == ZERO_OR_MORE and not action.option_strings:
            value = action.default if action.default is not None else strings
            return value
        if len(strings) == 1 and nargs in (None, OPTIONAL):
            value = self._value(action, strings[0])
            self._check(action, value)
            return value
        if nargs == REMAINDER:
            return [self._value(action, text) for text in strings]
        if nargs == PARSER:
            value = [self._value(action, text) for text in strings]
            self._check(action, value[0])
            return value
        if nargs == SUPPRESS:
            return SUPPRESS
        value = [self._value(action, text) for text in strings]
        for item in value:
            self._check(action, item)
        return value

    def _value(self, action, text):
        convert = self._registry_get('type', action.type, action.type)
        if convert is None:
            return text
        if not callable(convert):
            raise ArgumentError(action, f'{convert!r} is not callable')
        try:
            return convert(text)
        except ArgumentTypeError as problem:
            raise ArgumentError(action, str(problem)) from None
        except (ValueError, TypeError):
            name = getattr(action.type, '__name__', repr(action.type))
            raise ArgumentError(action, f'invalid {name} value: {text!r}') from None

    def _check(self, action, value):
        allowed = action.choices
        if allowed is None or value in allowed:
            return
        raise ArgumentError(action, f"invalid choice: {value!r} (choose from {', '.join(map(repr, allowed))})")

    # -- help and ends

    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def _page(self):
        """A formatter that has the usage."""
        page = self._get_formatter()
        page.add_usage(self.usage, self._actions, self._exclusive)
        return page

    def format_usage(self):
        return self._page().format_help()

    def format_help(self):
        page = self._page()
        page.add_text(self.description)
        for group in (*self._action_groups,):
            page.start_section(group.title)
            page.add_text(group.description)
            page.add_arguments(group._group_actions)
            page.end_section()
        page.add_text(self.epilog)
        return page.format_help()

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), _sys.stdout if file is None else file)

    def print_help(self, file=None):
        self._print_message(self.format_help(), _sys.stdout if file is None else file)

    def _print_message(self, message, file=None):
        if message:
            out = file or _sys.stderr
            try:
                out.write(message)
            except (AttributeError, OSError):
                # There is no such stream.
                pass

    def exit(self, status=0, message=None):
        self._print_message(message, _sys.stderr)
        _sys.exit(status)

    def error(self, message):
        words = f'{self.prog}: error: {message}\n'
        self.print_usage(_sys.stderr)
        self.exit(2, words)


def _is_negative_number(text):
    body = text[1:]
    if text[:1] != '-' or not body:
        return False
    whole, _, part = body.partition('.')
    return (whole.isdigit() or not whole) and (part.isdigit() or not part and whole.isdigit()) and body != '.'


def _nargs_message(nargs):
    if nargs is None:
        return 'expected one argument'
    if nargs == OPTIONAL:
        return 'expected at most one argument'
    if nargs == ONE_OR_MORE:
        return 'expected at least one argument'
    if nargs == 1:
        return 'expected 1 argument'
    return f'expected {nargs} arguments'


def _range_of(nargs):
    """How few and how many arguments; None for no limit."""
    if nargs is None:
        return 1, 1
    if nargs == OPTIONAL:
        return 0, 1
    if nargs in (ZERO_OR_MORE, REMAINDER):
        return 0, None
    if nargs in (ONE_OR_MORE, PARSER):
        return 1, None
    if nargs == SUPPRESS:
        return 0, 0
    return nargs, nargs


def _run(nargs, pattern):
    """How many places of the pattern such an argument may reach, and how many of them are values."""
    takes_all = nargs in (REMAINDER, PARSER)
    places = values = 0
    for c in pattern:
        if c == 'O' and (not takes_all or nargs == PARSER and not values):
            break
        places += 1
        if c != '-':
            values += 1
    return places, values


def _match_count(nargs, pattern):
    """How many arguments an option takes, None where there are too few."""
    low, high = _range_of(nargs)
    places = values = 0
    takes_all = nargs in (REMAINDER, PARSER)
    for c in pattern:
        if c == 'O' and not (takes_all and (nargs == REMAINDER or values)):
            break
        if c == '-' and not takes_all:
            break
        if high is not None and values >= high:
            break
        places += 1
        values += 1
    return places if values >= low else None


def _match_all(nargs_list, pattern):
    """How many places each of as many positionals as possible takes, the earlier ones as many as they can."""
    for count in range(len(nargs_list), 0, -1):
        found = _distribute(nargs_list[:count], pattern)
        if found is not None:
            return found
    return []


def _distribute(nargs_list, pattern):
    if not nargs_list:
        return []
    nargs = nargs_list[0]
    low, high = _range_of(nargs)
    places, values = _run(nargs, pattern)
    taken = 0
    options = []
    for at in range(places + 1):
        if taken >= low and (high is None or taken <= high):
            options.append(at)
        if at < places and (pattern[at] != '-' or nargs in (REMAINDER, PARSER)):
            taken += 1
    for at in reversed(options):
        rest = _distribute(nargs_list[1:], pattern[at:])
        if rest is not None:
            return [at, *rest]
    return None
