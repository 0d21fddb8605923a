"""argparse: command lines. Help and errors are CPython 3.11's word for word."""

import os as _os
import sys as _sys

__all__ = ['ArgumentParser', 'ArgumentError', 'ArgumentTypeError', 'BooleanOptionalAction', 'FileType', 'HelpFormatter',
           'ArgumentDefaultsHelpFormatter', 'RawDescriptionHelpFormatter', 'RawTextHelpFormatter', 'MetavarTypeHelpFormatter',
           'Namespace', 'Action', 'ONE_OR_MORE', 'OPTIONAL', 'PARSER', 'REMAINDER', 'SUPPRESS', 'ZERO_OR_MORE']
SUPPRESS = '==SUPPRESS=='
OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, PARSER, REMAINDER = '?', '*', '+', 'A...', '...'
_UNRECOGNIZED_ARGS_ATTR = '_unrecognized_args'


class ArgumentError(Exception):
    def __init__(self, argument, message):
        self.argument_name = _get_action_name(argument)
        self.message = message

    def __str__(self):
        return self.message if self.argument_name is None else f'argument {self.argument_name}: {self.message}'


class ArgumentTypeError(Exception):
    pass


def _get_action_name(argument):
    if argument is None:
        return None
    if argument.option_strings:
        return '/'.join(argument.option_strings)
    if argument.metavar not in (None, SUPPRESS):
        return argument.metavar
    if argument.dest not in (None, SUPPRESS):
        return argument.dest
    if argument.choices:
        return '{' + ','.join(str(choice) for choice in argument.choices) + '}'
    return None


class _AttributeHolder:
    def __repr__(self):
        parts = [repr(arg) for arg in self._get_args()]
        stars = {}
        for name, value in self._get_kwargs():
            if name.isidentifier():
                parts.append(f'{name}={value!r}')
            else:
                stars[name] = value
        if stars:
            parts.append(f'**{stars!r}')
        return f"{type(self).__name__}({', '.join(parts)})"

    def _get_kwargs(self):
        return list(self.__dict__.items())

    def _get_args(self):
        return []


class Namespace(_AttributeHolder):
    def __init__(self, **kwargs):
        for name in kwargs:
            setattr(self, name, kwargs[name])

    def __eq__(self, other):
        if not isinstance(other, Namespace):
            return NotImplemented
        return vars(self) == vars(other)

    def __contains__(self, key):
        return key in self.__dict__


# -- help

class HelpFormatter:
    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            try:
                width = int(_os.environ.get('COLUMNS', '80')) - 2
            except ValueError:
                width = 78
        self._prog = prog
        self._indent_increment = indent_increment
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
        self._width = width
        self._current_indent = 0
        self._longest = 0
        self._parts = []
        self._section = None

    # what is in a section is kept as functions that make the text when the widths are known
    def start_section(self, heading):
        self._current_indent += self._indent_increment
        self._section = (self._section, heading, self._parts)
        self._parts = []

    def end_section(self):
        outer, heading, before = self._section
        inner, self._parts, self._section = self._parts, before, outer
        self._current_indent -= self._indent_increment
        indent = self._current_indent

        def text():
            body = ''.join(part() for part in inner)
            if not body:
                return ''
            title = f"{' ' * indent}{heading}:\n" if heading not in (None, SUPPRESS) else ''
            return '\n' + title + body + '\n'

        self._parts.append(text)

    def add_text(self, text):
        if text is not SUPPRESS and text is not None:
            indent = self._current_indent
            self._parts.append(lambda: self._format_text(text, indent))

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage is not SUPPRESS:
            self._parts.append(lambda: self._format_usage(usage, actions, groups, prefix))

    def add_argument(self, action):
        if action.help is SUPPRESS:
            return
        indent = self._current_indent
        lengths = [len(self._format_action_invocation(action)) + indent]
        for inner in action._get_subactions():
            lengths.append(len(self._format_action_invocation(inner)) + indent + self._indent_increment)
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

    def _format_text(self, text, indent):
        if '%(prog)' in text:
            text = text % dict(prog=self._prog)
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

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest

    def _metavar(self, action, default):
        if action.metavar is not None:
            found = action.metavar
        elif action.choices is not None:
            found = '{' + ','.join(str(choice) for choice in action.choices) + '}'
        else:
            found = default
        return lambda count: found if isinstance(found, tuple) else (found,) * count

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
        if not action.option_strings:
            return self._metavar(action, self._get_default_metavar_for_positional(action))(1)[0]
        if action.nargs == 0:
            return ', '.join(action.option_strings)
        args = self._format_args(action, self._get_default_metavar_for_optional(action))
        return ', '.join(f'{option} {args}' for option in action.option_strings)

    def _expand_help(self, action):
        params = dict(vars(action), prog=self._prog)
        for name in list(params):
            if params[name] is SUPPRESS:
                del params[name]
            elif hasattr(params[name], '__name__'):
                params[name] = params[name].__name__
        if params.get('choices') is not None:
            params['choices'] = ', '.join(str(choice) for choice in params['choices'])
        return self._get_help_string(action) % params

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
        if action.help and action.help.strip():
            text = self._expand_help(action)
            if text:
                lines = self._split_lines(text, help_width)
                parts.append(f"{' ' * first}{lines[0]}\n")
                parts.extend(f"{' ' * position}{line}\n" for line in lines[1:])
        elif not parts[-1].endswith('\n'):
            parts.append('\n')
        for inner in action._get_subactions():
            parts.append(self._format_action(inner, indent + self._indent_increment))
        return ''.join(parts)

    def _format_usage(self, usage, actions, groups, prefix):
        if prefix is None:
            prefix = 'usage: '
        if usage is not None:
            usage = usage % dict(prog=self._prog)
        elif not actions:
            usage = self._prog
        else:
            optionals = [action for action in actions if action.option_strings]
            positionals = [action for action in actions if not action.option_strings]
            parts = self._usage_parts(optionals, groups) + self._usage_parts(positionals, groups)
            usage = ' '.join([self._prog, *parts])
            width = self._width
            if len(prefix) + len(usage) > width:
                usage = self._wrapped_usage(prefix, self._usage_parts(optionals, groups), self._usage_parts(positionals, groups))
        return f'{prefix}{usage}\n\n'

    def _wrapped_usage(self, prefix, options, positions):
        width = self._width
        prog = self._prog

        def lines_of(parts, indent, prefix=None):
            lines, line = [], []
            length = len(prefix) - 1 if prefix is not None else len(indent) - 1
            for part in parts:
                if length + 1 + len(part) > width and line:
                    lines.append(indent + ' '.join(line))
                    line = []
                    length = len(indent) - 1
                line.append(part)
                length += len(part) + 1
            if line:
                lines.append(indent + ' '.join(line))
            if prefix is not None:
                lines[0] = lines[0][len(indent):]
            return lines

        if len(prefix) + len(prog) <= 0.75 * width:
            indent = ' ' * (len(prefix) + len(prog) + 1)
            if options:
                lines = lines_of([prog, *options], indent, prefix)
                lines.extend(lines_of(positions, indent))
            elif positions:
                lines = lines_of([prog, *positions], indent, prefix)
            else:
                lines = [prog]
        else:
            indent = ' ' * len(prefix)
            lines = lines_of(options + positions, indent)
            if len(lines) > 1:
                lines = lines_of(options, indent) + lines_of(positions, indent)
            lines = [prog, *lines]
        return '\n'.join(lines)

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
        if action.help is SUPPRESS:
            return None
        if not action.option_strings:
            part = self._format_args(action, self._get_default_metavar_for_positional(action))
            if in_group and part[:1] == '[' and part[-1:] == ']':
                part = part[1:-1]
            return part
        if action.nargs == 0:
            part = action.format_usage()
        else:
            part = f'{action.option_strings[0]} {self._format_args(action, self._get_default_metavar_for_optional(action))}'
        return part if action.required or in_group else f'[{part}]'


class RawDescriptionHelpFormatter(HelpFormatter):
    def _fill_text(self, text, width, indent):
        return ''.join(indent + line for line in text.splitlines(keepends=True))


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    def _get_help_string(self, action):
        help = action.help or ''
        if '%(default)' not in help and action.default is not SUPPRESS:
            if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
                help += ' (default: %(default)s)'
        return help


class MetavarTypeHelpFormatter(HelpFormatter):
    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    _get_default_metavar_for_positional = _get_default_metavar_for_optional


# -- actions

class Action(_AttributeHolder):
    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False,
                 help=None, metavar=None):
        self.option_strings = option_strings
        self.dest = dest
        self.nargs = nargs
        self.const = const
        self.default = default
        self.type = type
        self.choices = choices
        self.required = required
        self.help = help
        self.metavar = metavar

    def _get_kwargs(self):
        names = ['option_strings', 'dest', 'nargs', 'const', 'default', 'type', 'choices', 'required', 'help', 'metavar']
        return [(name, getattr(self, name)) for name in names]

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
        if help is not None and default is not None and default is not SUPPRESS:
            help += ' (default: %(default)s)'
        super().__init__(options, dest, 0, None, default, type, choices, required, help, metavar)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, not option_string.startswith('--no-'))

    def format_usage(self):
        return ' | '.join(self.option_strings)


class _StoreAction(Action):
    def __init__(self, option_strings, dest, nargs=None, const=None, **kwargs):
        if nargs == 0:
            raise ValueError('nargs for store actions must be != 0; if you have nothing to store, actions such as store true '
                             'or store const may be more appropriate')
        if const is not None and nargs != OPTIONAL:
            raise ValueError(f'nargs must be {OPTIONAL!r} to supply const')
        super().__init__(option_strings, dest, nargs, const, **kwargs)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values)


class _StoreConstAction(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None):
        super().__init__(option_strings, dest, 0, const, default, required=required, help=help, metavar=metavar)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _StoreTrueAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=False, required=False, help=None):
        super().__init__(option_strings, dest, True, default, required, help)


class _StoreFalseAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=True, required=False, help=None):
        super().__init__(option_strings, dest, False, default, required, help)


def _copied(items):
    return [] if items is None else list(items)


class _AppendAction(_StoreAction):
    def __call__(self, parser, namespace, values, option_string=None):
        items = _copied(getattr(namespace, self.dest, None))
        items.append(values)
        setattr(namespace, self.dest, items)


class _ExtendAction(_StoreAction):
    def __call__(self, parser, namespace, values, option_string=None):
        items = _copied(getattr(namespace, self.dest, None))
        items.extend(values)
        setattr(namespace, self.dest, items)


class _AppendConstAction(_StoreConstAction):
    def __call__(self, parser, namespace, values, option_string=None):
        items = _copied(getattr(namespace, self.dest, None))
        items.append(self.const)
        setattr(namespace, self.dest, items)


class _CountAction(Action):
    def __init__(self, option_strings, dest, default=None, required=False, help=None):
        super().__init__(option_strings, dest, 0, default=default, required=required, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (getattr(namespace, self.dest, None) or 0) + 1)


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
        formatter = parser._get_formatter()
        formatter.add_text(self.version if self.version is not None else parser.version)
        parser._print_message(formatter.format_help(), _sys.stdout)
        parser.exit()


class _SubParsersAction(Action):
    class _ChoicesPseudoAction(Action):
        def __init__(self, name, aliases, help):
            metavar = name + (f" ({', '.join(aliases)})" if aliases else '')
            super().__init__([], name, help=help, metavar=metavar)

    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
        self._prog_prefix = prog
        self._parser_class = parser_class
        self._name_parser_map = {}
        self._choices_actions = []
        super().__init__(option_strings, dest, PARSER, choices=self._name_parser_map, required=required, help=help,
                         metavar=metavar)

    def add_parser(self, name, **kwargs):
        if kwargs.get('prog') is None:
            kwargs['prog'] = f'{self._prog_prefix} {name}'
        aliases = kwargs.pop('aliases', ())
        if name in self._name_parser_map:
            raise ArgumentError(self, f'conflicting subparser: {name}')
        if 'help' in kwargs:
            self._choices_actions.append(self._ChoicesPseudoAction(name, aliases, kwargs.pop('help')))
        parser = self._parser_class(**kwargs)
        self._name_parser_map[name] = parser
        for alias in aliases:
            self._name_parser_map[alias] = parser
        return parser

    def _get_subactions(self):
        return self._choices_actions

    def __call__(self, parser, namespace, values, option_string=None):
        name, rest = values[0], values[1:]
        if self.dest is not SUPPRESS:
            setattr(namespace, self.dest, name)
        if name not in self._name_parser_map:
            raise ArgumentError(self, f"unknown parser {name!r} (choices: {', '.join(self._name_parser_map)})")
        found, extra = self._name_parser_map[name].parse_known_args(rest, None)
        for key, value in vars(found).items():
            setattr(namespace, key, value)
        if extra:
            vars(namespace).setdefault(_UNRECOGNIZED_ARGS_ATTR, [])
            getattr(namespace, _UNRECOGNIZED_ARGS_ATTR).extend(extra)


class FileType:
    def __init__(self, mode='r', bufsize=-1, encoding=None, errors=None):
        self._mode = mode
        self._bufsize = bufsize
        self._encoding = encoding
        self._errors = errors

    def __call__(self, string):
        if string == '-':
            if 'r' in self._mode:
                return _sys.stdin
            if any(c in self._mode for c in 'wax'):
                return _sys.stdout
            raise ValueError(f'argument "-" with mode {self._mode!r}')
        try:
            return open(string, self._mode, self._bufsize, self._encoding, self._errors)
        except OSError as problem:
            raise ArgumentTypeError(f"can't open '{string}': {problem}") from None

    def __repr__(self):
        return f'FileType({self._mode!r})'


_ACTIONS = {None: _StoreAction, 'store': _StoreAction, 'store_const': _StoreConstAction, 'store_true': _StoreTrueAction,
            'store_false': _StoreFalseAction, 'append': _AppendAction, 'append_const': _AppendConstAction,
            'count': _CountAction, 'help': _HelpAction, 'version': _VersionAction, 'extend': _ExtendAction}


class _ActionsContainer:
    def __init__(self, description, prefix_chars, argument_default, conflict_handler):
        self.description = description
        self.argument_default = argument_default
        self.prefix_chars = prefix_chars
        self.conflict_handler = conflict_handler
        self._actions = []
        self._option_string_actions = {}
        self._action_groups = []
        self._mutually_exclusive_groups = []
        self._defaults = {}

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest, None)

    def add_argument(self, *args, **kwargs):
        chars = self.prefix_chars
        if not args or len(args) == 1 and args[0][0] not in chars:
            if args and 'dest' in kwargs:
                raise ValueError('dest supplied twice for positional argument')
            kwargs = self._positional(*args, **kwargs)
        else:
            kwargs = self._optional(*args, **kwargs)
        if 'default' not in kwargs:
            dest = kwargs['dest']
            if dest in self._defaults:
                kwargs['default'] = self._defaults[dest]
            elif self.argument_default is not None:
                kwargs['default'] = self.argument_default
        kind = kwargs.pop('action', None)
        if isinstance(kind, str) and kind not in _ACTIONS:
            raise ValueError(f'unknown action "{kind}"')
        kind = _ACTIONS.get(kind, kind) if kind is None or isinstance(kind, str) else kind
        if not callable(kind):
            raise ValueError(f'unknown action "{kind}"')
        action = kind(**kwargs)
        if action.type is not None and not callable(action.type):
            raise ValueError(f'{action.type!r} is not callable')
        if action.type is FileType:
            raise ValueError(f'{action.type!r} is a FileType class object, instance of it must be passed')
        wanted = {None: 1, OPTIONAL: 1, ONE_OR_MORE: 2}.get(action.nargs, action.nargs)
        if isinstance(action.metavar, tuple) and isinstance(wanted, int) and len(action.metavar) != wanted:
            raise ValueError('length of metavar tuple does not match nargs')
        return self._add_action(action)

    def _positional(self, dest, **kwargs):
        if 'required' in kwargs:
            raise TypeError("'required' is an invalid argument for positionals")
        if kwargs.get('nargs') not in (OPTIONAL, ZERO_OR_MORE):
            kwargs['required'] = True
        if kwargs.get('nargs') == ZERO_OR_MORE and 'default' not in kwargs:
            kwargs['required'] = True
        return dict(kwargs, dest=dest, option_strings=[])

    def _optional(self, *args, **kwargs):
        options, long = [], []
        for option in args:
            if option[0] not in self.prefix_chars:
                raise ValueError(f'invalid option string {option!r}: must start with a character {self.prefix_chars!r}')
            options.append(option)
            if len(option) > 1 and option[1] in self.prefix_chars:
                long.append(option)
        dest = kwargs.pop('dest', None)
        if dest is None:
            dest = (long or options)[0].lstrip(self.prefix_chars)
            if not dest:
                raise ValueError(f'dest= is required for options like {options[0]!r}')
            dest = dest.replace('-', '_')
        return dict(kwargs, dest=dest, option_strings=options)

    def _add_action(self, action):
        clashes = [option for option in action.option_strings if option in self._option_string_actions]
        if clashes:
            if self.conflict_handler == 'error':
                plural = 's' if len(clashes) > 1 else ''
                raise ArgumentError(action, f"conflicting option string{plural}: {', '.join(clashes)}")
            for option in clashes:
                other = self._option_string_actions.pop(option)
                other.option_strings.remove(option)
                if not other.option_strings:
                    self._remove(other)
        self._actions.append(action)
        action.container = self
        for option in action.option_strings:
            self._option_string_actions[option] = action
        return action

    def _remove(self, action):
        self._actions.remove(action)
        for group in self._action_groups:
            if action in group._group_actions:
                group._group_actions.remove(action)

    def add_argument_group(self, *args, **kwargs):
        group = _ArgumentGroup(self, *args, **kwargs)
        self._action_groups.append(group)
        return group

    def add_mutually_exclusive_group(self, **kwargs):
        group = _MutuallyExclusiveGroup(self, **kwargs)
        self._mutually_exclusive_groups.append(group)
        return group


class _ArgumentGroup(_ActionsContainer):
    def __init__(self, container, title=None, description=None, **kwargs):
        super().__init__(description, kwargs.get('prefix_chars', container.prefix_chars),
                         kwargs.get('argument_default', container.argument_default),
                         kwargs.get('conflict_handler', container.conflict_handler))
        self.title = title
        self._group_actions = []
        self._container = container
        self._actions = container._actions
        self._option_string_actions = container._option_string_actions
        self._defaults = container._defaults
        self._mutually_exclusive_groups = container._mutually_exclusive_groups
        self._action_groups = container._action_groups

    def _add_action(self, action):
        action = super()._add_action(action)
        self._group_actions.append(action)
        return action


class _MutuallyExclusiveGroup(_ArgumentGroup):
    def __init__(self, container, required=False):
        super().__init__(container)
        self.required = required

    def _add_action(self, action):
        if action.required:
            raise ValueError('mutually exclusive arguments must be optional')
        action = self._container._add_action(action)
        self._group_actions.append(action)
        return action


class ArgumentParser(_AttributeHolder, _ActionsContainer):
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=[], formatter_class=HelpFormatter,
                 prefix_chars='-', fromfile_prefix_chars=None, argument_default=None, conflict_handler='error',
                 add_help=True, allow_abbrev=True, exit_on_error=True):
        _ActionsContainer.__init__(self, description, prefix_chars, argument_default, conflict_handler)
        self.prog = _os.path.basename(_sys.argv[0]) if prog is None else prog
        self.usage = usage
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.fromfile_prefix_chars = fromfile_prefix_chars
        self.add_help = add_help
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
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
            for action in group._group_actions:
                placed[id(action)] = titles[group.title]
        for action in parent._actions:
            placed.get(id(action), self)._add_action(action)
        for group in parent._mutually_exclusive_groups:
            made = self.add_mutually_exclusive_group(required=group.required)
            made._group_actions.extend(group._group_actions)
        self._defaults.update(parent._defaults)

    def _get_kwargs(self):
        return [(name, getattr(self, name)) for name in ('prog', 'usage', 'description', 'formatter_class', 'conflict_handler',
                                                         'add_help')]

    def _add_action(self, action):
        if action.option_strings:
            return self._optionals._add_action(action)
        return self._positionals._add_action(action)

    def add_subparsers(self, **kwargs):
        if self._subparsers is not None:
            self.error('cannot have multiple subparser arguments')
        if 'title' in kwargs or 'description' in kwargs:
            self._subparsers = self.add_argument_group(kwargs.pop('title', 'subcommands'), kwargs.pop('description', None))
        else:
            self._subparsers = self._positionals
        if kwargs.get('prog') is None:
            formatter = self._get_formatter()
            positionals = [action for action in self._actions if not action.option_strings]
            formatter.add_usage(self.usage, positionals, self._mutually_exclusive_groups, '')
            kwargs['prog'] = formatter.format_help().strip()
        kwargs.setdefault('parser_class', type(self))
        action = _SubParsersAction(option_strings=[], **kwargs)
        self._subparsers._add_action(action)
        return action

    # -- parsing

    def parse_args(self, args=None, namespace=None):
        found, extra = self.parse_known_args(args, namespace)
        if extra:
            self.error(f"unrecognized arguments: {' '.join(extra)}")
        return found

    def parse_known_args(self, args=None, namespace=None):
        args = _sys.argv[1:] if args is None else list(args)
        namespace = Namespace() if namespace is None else namespace
        for action in self._actions:
            if action.dest is not SUPPRESS and not hasattr(namespace, action.dest) and action.default is not SUPPRESS:
                setattr(namespace, action.dest, action.default)
        for dest in self._defaults:
            if not hasattr(namespace, dest):
                setattr(namespace, dest, self._defaults[dest])
        if not self.exit_on_error:
            found, extra = self._parse(args, namespace)
        else:
            try:
                found, extra = self._parse(args, namespace)
            except ArgumentError as problem:
                self.error(str(problem))
        if hasattr(found, _UNRECOGNIZED_ARGS_ATTR):
            extra.extend(getattr(found, _UNRECOGNIZED_ARGS_ATTR))
            delattr(found, _UNRECOGNIZED_ARGS_ATTR)
        return found, extra

    parse_intermixed_args = parse_args
    parse_known_intermixed_args = parse_known_args

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
        if text in self._option_string_actions:
            return self._option_string_actions[text], text, None
        if len(text) == 1:
            return None
        if '=' in text:
            option, _, value = text.partition('=')
            if option in self._option_string_actions:
                return self._option_string_actions[option], option, value
        matches = self._abbreviated(text)
        if len(matches) > 1:
            options = ', '.join(option for _, option, _ in matches)
            self.error(f'ambiguous option: {text} could match {options}')
        if matches:
            return matches[0]
        if _is_negative_number(text) and not any(_is_negative_number(option) for option in self._option_string_actions):
            return None
        if ' ' in text:
            return None
        return None, text, None

    def _abbreviated(self, text):
        chars = self.prefix_chars
        found = []
        if text[1] in chars:
            if self.allow_abbrev:
                option, mark, value = text.partition('=')
                for known, action in self._option_string_actions.items():
                    if known.startswith(option):
                        found.append((action, known, value if mark else None))
        else:
            for known, action in self._option_string_actions.items():
                if known == text[:2]:
                    found.append((action, known, text[2:]))
                elif self.allow_abbrev and known.startswith(text):
                    found.append((action, known, None))
        return found

    def _parse(self, args, namespace):
        if self.fromfile_prefix_chars is not None:
            args = self._from_files(args)
        conflicts = {}
        for group in self._mutually_exclusive_groups:
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
                        raise ArgumentError(action, f'not allowed with argument {_get_action_name(other)}')
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
                        if option in self._option_string_actions:
                            action = self._option_string_actions[option]
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
                    missing.append(_get_action_name(action))
                elif (action.default is not None and isinstance(action.default, str) and hasattr(namespace, action.dest)
                      and action.default is getattr(namespace, action.dest)):
                    setattr(namespace, action.dest, self._value(action, action.default))
        if missing:
            self.error(f"the following arguments are required: {', '.join(missing)}")
        for group in self._mutually_exclusive_groups:
            if group.required and not any(known is action for action in group._group_actions for known in seen_given):
                names = [_get_action_name(action) for action in group._group_actions if action.help is not SUPPRESS]
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
            if isinstance(value, str):
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
        convert = action.type
        if convert is None:
            return text
        if not callable(convert):
            raise ArgumentError(action, f'{convert!r} is not callable')
        try:
            return convert(text)
        except ArgumentTypeError as problem:
            raise ArgumentError(action, str(problem)) from None
        except (TypeError, ValueError):
            name = getattr(action.type, '__name__', repr(action.type))
            raise ArgumentError(action, f'invalid {name} value: {text!r}') from None

    def _check(self, action, value):
        if action.choices is not None and value not in action.choices:
            shown = ', '.join(repr(choice) for choice in action.choices)
            raise ArgumentError(action, f'invalid choice: {value!r} (choose from {shown})')

    # -- help and ends

    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def format_usage(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        return formatter.format_help()

    def format_help(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        formatter.add_text(self.description)
        for group in self._action_groups:
            formatter.start_section(group.title)
            formatter.add_text(group.description)
            formatter.add_arguments(group._group_actions)
            formatter.end_section()
        formatter.add_text(self.epilog)
        return formatter.format_help()

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), _sys.stdout if file is None else file)

    def print_help(self, file=None):
        self._print_message(self.format_help(), _sys.stdout if file is None else file)

    def _print_message(self, message, file=None):
        if message:
            (_sys.stderr if file is None else file).write(message)

    def exit(self, status=0, message=None):
        if message:
            self._print_message(message, _sys.stderr)
        _sys.exit(status)

    def error(self, message):
        self.print_usage(_sys.stderr)
        self.exit(2, f'{self.prog}: error: {message}\n')


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
