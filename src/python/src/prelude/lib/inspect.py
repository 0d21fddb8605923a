"""inspect: what functions, classes and frames are made of."""

import functools
import linecache
import os
import sys
import types
from _frames import _current as _frame_at
from collections import namedtuple
from enum import IntEnum
from keyword import iskeyword
from operator import attrgetter

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR = 1, 2, 4, 8, 16, 32
CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 128, 256, 512
TPFLAGS_IS_ABSTRACT = 0x100000


# Whose instances some kinds are.
_ModuleType, _Bound = types.ModuleType, types.MethodType
_FunctionType = types.FunctionType
_MemberDescriptorType = types.MemberDescriptorType
_GetSetDescriptorType = types.GetSetDescriptorType
_MethodWrapperType = types.MethodWrapperType
_GeneratorType = types.GeneratorType
_CoroutineType = types.CoroutineType
_AsyncGeneratorType = types.AsyncGeneratorType
_TracebackType = types.TracebackType
_FrameType = types.FrameType
_CodeType = types.CodeType


# -- kinds of objects

def ismodule(object):
    return isinstance(object, _ModuleType)


def isclass(object):
    kind = type(object)
    return issubclass(kind, type)


def ismethod(object):
    return isinstance(object, _Bound) and isinstance(object.__func__, types.FunctionType)


def isfunction(object):
    return isinstance(object, _FunctionType)


def isbuiltin(object):
    return type(object) is types.BuiltinFunctionType


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


def _binds_itself(object):
    return ismethod(object) or isfunction(object) or isclass(object)


def ismethoddescriptor(object):
    if _binds_itself(object):
        return False
    kind = type(object)
    return hasattr(kind, '__get__') and not hasattr(kind, '__set__') and not isbuiltin(object) and not isgetsetdescriptor(object)


def isdatadescriptor(object):
    if _binds_itself(object):
        return False
    kind = type(object)
    return hasattr(kind, '__set__') or hasattr(kind, '__delete__') or isinstance(object, (property, types.GetSetDescriptorType))


def ismemberdescriptor(object):
    return isinstance(object, _MemberDescriptorType)


def isgetsetdescriptor(object):
    return isinstance(object, _GetSetDescriptorType)


def ismethodwrapper(object):
    return isinstance(object, _MethodWrapperType)


def _unwrapped(object):
    while isinstance(object, functools.partial):
        object = object.func
    if ismethod(object):
        object = object.__func__
    return object


def _has_flag(object, flag):
    object = _unwrapped(object)
    return isfunction(object) and bool(object.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    return _has_flag(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    return _has_flag(obj, CO_COROUTINE) or getattr(_unwrapped(obj), '_is_coroutine_mark', None) is True


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


def isgenerator(object):
    return isinstance(object, _GeneratorType)


def iscoroutine(object):
    return isinstance(object, _CoroutineType)


def isasyncgen(object):
    return isinstance(object, _AsyncGeneratorType)


def isawaitable(object):
    if isinstance(object, types.GeneratorType):
        return bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)
    return hasattr(type(object), '__await__')


def istraceback(object):
    return isinstance(object, _TracebackType)


def isframe(object):
    return isinstance(object, _FrameType)


def iscode(object):
    return isinstance(object, _CodeType)


def isabstract(object):
    return isinstance(object, type) and bool(getattr(object, '__abstractmethods__', None))


def markcoroutinefunction(func):
    func._is_coroutine_mark = True
    return func


# -- members and classes

def _members(object, look_up, predicate):
    found = {}
    for name in dir(object):
        try:
            found[name] = look_up(object, name)
        except AttributeError:
            # `dir` says more than there is.
            pass
    return sorted([pair for pair in found.items() if predicate is None or predicate(pair[1])], key=lambda pair: pair[0])


def getmembers(object, predicate=None):
    return _members(object, getattr, predicate)


def getmembers_static(object, predicate=None):
    return _members(object, getattr_static, predicate)


Attribute = namedtuple('Attribute', ('name', 'kind', 'defining_class', 'object'))


_KINDS_OF_ATTRIBUTES = ((staticmethod, 'static method'), (classmethod, 'class method'), (property, 'property'))


def classify_class_attrs(cls):
    found = []
    for name in dir(cls):
        owner = next((base for base in cls.__mro__ if name in vars(base)), None)
        if owner is None:
            continue
        value = vars(owner)[name]
        kind = next((words for kind, words in _KINDS_OF_ATTRIBUTES if isinstance(value, kind)), None)
        found.append(Attribute(name, kind or ('method' if isroutine(value) else 'data'), owner, value))
    return found


def getmro(cls):
    return cls.__mro__


_absent = object()


def getattr_static(obj, attr, default=_absent):
    if not isinstance(obj, type):
        own = getattr(obj, '__dict__', {})
        for base in type(obj).__mro__:
            if attr in base.__dict__ and isdatadescriptor(base.__dict__[attr]):
                return base.__dict__[attr]
        if attr in own:
            return own[attr]
        bases = type(obj).__mro__
    else:
        bases = obj.__mro__ + type(obj).__mro__
    for base in bases:
        if attr in base.__dict__:
            return base.__dict__[attr]
    if default is not _absent:
        return default
    raise AttributeError(attr)


def getclasstree(classes, unique=False):
    below, roots = {}, []
    for cls in classes:
        if not cls.__bases__:
            if cls not in roots:
                roots.append(cls)
            continue
        for base in cls.__bases__:
            siblings = below.setdefault(base, [])
            if cls not in siblings:
                siblings.append(cls)
            if unique and base in classes:
                break
    roots += [base for base in below if base not in classes]
    return walktree(roots, below, None)


def walktree(classes, children, parent):
    found = []
    for c in sorted(classes, key=attrgetter('__module__', '__name__')):
        found.append((c, c.__bases__))
        if c in children:
            found.append(walktree(children[c], children, c))
    return found


def unwrap(func, *, stop=None):
    first = func
    seen = [func]
    while hasattr(func, '__wrapped__') and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if any(func is known for known in seen):
            raise ValueError(f'wrapper loop when unwrapping {first!r}')
        seen.append(func)
    return func


# -- documentation and source

def cleandoc(doc):
    """A docstring without what its place in the source put before its lines."""
    first, *rest = doc.expandtabs().split('\n')
    margins = [len(line) - len(line.lstrip()) for line in rest if line.strip()]
    margin = min(margins, default=0)
    lines = [first.lstrip(), *(line[margin:] for line in rest)]
    begin, end = 0, len(lines)
    while end > begin and not lines[end - 1]:
        end -= 1
    while begin < end and not lines[begin]:
        begin += 1
    return '\n'.join(lines[begin:end])


def getdoc(object):
    doc = getattr(object, '__doc__', None)
    if doc is None:
        name = getattr(object, '__name__', None)
        owner = None
        if ismethod(object):
            owner = type(object.__self__)
        elif isfunction(object) and '.' in object.__qualname__:
            owner = getattr(sys.modules.get(object.__module__), object.__qualname__.split('.')[0], None)
        elif isclass(object):
            for base in object.__mro__[1:]:
                if base is not __builtins_object and base.__doc__:
                    doc = base.__doc__
                    break
        if isclass(owner) and doc is None:
            for base in owner.__mro__:
                doc = getattr(base.__dict__.get(name), '__doc__', None)
                if doc is not None:
                    break
    return cleandoc(doc) if isinstance(doc, str) else None


__builtins_object = object


def getcomments(object):
    try:
        lines, number = findsource(object)
    except (TypeError, OSError):
        return None
    if number <= 0:
        return None
    indent = len(lines[number]) - len(lines[number].lstrip())
    found = []
    at = number - 1
    while at >= 0 and lines[at].lstrip().startswith('#') and len(lines[at]) - len(lines[at].lstrip()) == indent:
        found.insert(0, lines[at].strip() + '\n')
        at -= 1
    return ''.join(found) or None


def getfile(object):
    kind = 'module' if ismodule(object) else 'class' if isclass(object) else None
    if kind is None:
        return _code_behind(object).co_filename
    module = object if kind == 'module' else sys.modules.get(object.__module__)
    path = getattr(module, '__file__', None)
    if not path:
        raise TypeError(f'{object!r} is a built-in {kind}')
    return path


def _code_behind(object):
    """The code of a method, function, traceback or frame."""
    for known, inner in ((ismethod, '__func__'), (isfunction, '__code__'), (istraceback, 'tb_frame'), (isframe, 'f_code')):
        if known(object):
            object = getattr(object, inner)
    if iscode(object):
        return object
    raise TypeError('module, class, method, function, traceback, frame, or code object was expected, got '
                    f'{type(object).__name__}')


getsourcefile = getfile


def getmodulename(path):
    name = os.path.basename(path)
    return name[:-3] if name.endswith('.py') else None


def getabsfile(object, _filename=None):
    return os.path.abspath(_filename or getfile(object))


def getmodule(object, _filename=None):
    if ismodule(object):
        return object
    return sys.modules.get(getattr(object, '__module__', None))


def findsource(object):
    lines = linecache.getlines(getfile(object))
    if not lines:
        raise OSError('could not get source code')
    if ismodule(object):
        return lines, 0
    if isclass(object):
        name = object.__qualname__.split('.')[-1]
        for number, line in enumerate(lines):
            words = line.strip()
            if words.startswith('class ') and words[6:].lstrip().partition('(')[0].partition(':')[0].strip() == name:
                while number > 0 and lines[number - 1].lstrip().startswith('@'):
                    number -= 1
                return lines, number
        raise OSError('could not find class definition')
    number = _code_behind(object).co_firstlineno - 1
    if not 0 <= number < len(lines):
        raise OSError('lineno is out of bounds')
    # the decorators belong to it
    while number > 0 and lines[number - 1].lstrip().startswith('@') and lines[number].lstrip().startswith(('def ', 'async ', '@')):
        number -= 1
    return lines, number


def getblock(lines):
    """The lines of the block that the first of them opens."""
    head = 0
    while head < len(lines) and lines[head].lstrip().startswith('@'):
        head += 1
    first = lines[head] if head < len(lines) else ''
    indent = len(first) - len(first.lstrip())
    # where the head ends: brackets closed and a colon
    depth = 0
    at = head
    while at < len(lines):
        text = _code_of(lines[at])
        depth += sum(text.count(c) for c in '([{') - sum(text.count(c) for c in ')]}')
        at += 1
        if depth <= 0:
            break
    if not first.lstrip().startswith(('def ', 'class ', 'async ')):
        return lines[:at]
    end = at
    quote = None
    while at < len(lines):
        line = lines[at]
        if quote is None and line.strip() and not line.lstrip().startswith('#') and len(line) - len(line.lstrip()) <= indent:
            break
        quote = _open_quote(line, quote)
        at += 1
        if line.strip() and not (line.lstrip().startswith('#') and len(line) - len(line.lstrip()) <= indent):
            end = at
    return lines[:end]


def _code_of(line):
    """A line without its strings and comment."""
    out = []
    quote = None
    at = 0
    while at < len(line):
        c = line[at]
        if quote:
            if c == '\\':
                at += 1
            elif c == quote:
                quote = None
        elif c in '\'"':
            quote = c
        elif c == '#':
            break
        else:
            out.append(c)
        at += 1
    return ''.join(out)


def _open_quote(line, quote):
    """The triple quote that is open after a line."""
    at = 0
    while at < len(line):
        part = line[at:at + 3]
        if quote:
            if part == quote:
                quote = None
                at += 2
        elif part in ('"""', "'" * 3):
            quote = part
            at += 2
        elif line[at] == '#':
            break
        at += 1
    return quote


def getsourcelines(object):
    object = unwrap(object)
    lines, number = findsource(object)
    if istraceback(object):
        object = object.tb_frame
    if ismodule(object) or isframe(object) and object.f_code.co_name == '<module>':
        return lines, 0
    return getblock(lines[number:]), number + 1


def getsource(object):
    return ''.join(getsourcelines(object)[0])


def indentsize(line):
    text = line.expandtabs()
    return len(text) - len(text.lstrip())


# -- frames

Traceback = namedtuple('Traceback', 'filename lineno function code_context index')
FrameInfo = namedtuple('FrameInfo', 'frame filename lineno function code_context index')
ArgInfo = namedtuple('ArgInfo', ('args', 'varargs', 'keywords', 'locals'))


def currentframe():
    return _frame_at(0)


def getframeinfo(frame, context=1):
    if istraceback(frame):
        lineno, frame = frame.tb_lineno, frame.tb_frame
    else:
        lineno = frame.f_lineno
    filename = frame.f_code.co_filename
    lines, index = None, None
    if context > 0:
        found = linecache.getlines(filename)
        if found:
            at = lineno - 1
            # The line in the middle, except at the ends of the file.
            first = max(0, min(at - context // 2, len(found) - context))
            lines, index = found[first:first + context], at - first
    return Traceback(filename, lineno, frame.f_code.co_name, lines, index)


def getouterframes(frame, context=1):
    found = []
    while frame:
        found.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    found = []
    while tb:
        found.append(FrameInfo(tb.tb_frame, *getframeinfo(tb, context)))
        tb = tb.tb_next
    return found


def stack(context=1):
    return getouterframes(_frame_at(0), context)


def trace(context=1):
    _, _, tb = sys.exc_info()
    return getinnerframes(tb, context)


Arguments = namedtuple('Arguments', ('args', 'varargs', 'varkw'))


def getargs(co):
    named = co.co_argcount + co.co_kwonlyargcount
    stars = iter(co.co_varnames[named:])
    starred = [next(stars) if co.co_flags & flag else None for flag in (CO_VARARGS, CO_VARKEYWORDS)]
    return Arguments(list(co.co_varnames[:named]), *starred)


def getargvalues(frame):
    found = getargs(frame.f_code)
    return ArgInfo(*found, frame.f_locals)


FullArgSpec = namedtuple('FullArgSpec', 'args varargs varkw defaults kwonlyargs kwonlydefaults annotations')


def getfullargspec(func):
    try:
        found = _signature_of(func, False)
    except (TypeError, ValueError) as problem:
        raise TypeError('unsupported callable') from problem
    by_kind = {kind: [] for kind in _ParameterKind}
    for param in found.parameters.values():
        by_kind[param.kind].append(param)
    positional, only = by_kind[_POSITIONAL_ONLY] + by_kind[_POSITIONAL_OR_KEYWORD], by_kind[_KEYWORD_ONLY]
    args = [param.name for param in positional]
    bound = func.__func__ if ismethod(func) else func.__init__ if isclass(func) else None
    if isfunction(bound):
        # The signature lacks what it is bound to.
        args.insert(0, bound.__code__.co_varnames[0])
    varargs, varkw = ([param.name for param in by_kind[kind]] or [None] for kind in (_VAR_POSITIONAL, _VAR_KEYWORD))
    annotations = {param.name: param.annotation for param in found.parameters.values() if param.annotation is not _empty}
    if found.return_annotation is not _empty:
        annotations = {'return': found.return_annotation, **annotations}
    return FullArgSpec(args, varargs[0], varkw[0],
                       tuple(param.default for param in positional if param.default is not _empty) or None,
                       [param.name for param in only],
                       {param.name: param.default for param in only if param.default is not _empty} or None, annotations)


def getclosurevars(func):
    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        raise TypeError(f"{func!r} is not a Python function")
    code = func.__code__
    cells = dict(zip(code.co_freevars, [cell.cell_contents for cell in func.__closure__ or ()]))
    import builtins
    places = func.__globals__, vars(builtins)
    found, unbound = ({}, {}), set()
    for name in set(code.co_names) - set(cells):
        for place, names in zip(places, found):
            if name in place:
                names[name] = place[name]
                break
        else:
            unbound.add(name)
    return ClosureVars(cells, *found, unbound)


ClosureVars = namedtuple('ClosureVars', ('nonlocals', 'globals', 'builtins', 'unbound'))


# -- generators and coroutines

GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = 'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED', 'GEN_CLOSED'
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = 'CORO_CREATED', 'CORO_RUNNING', 'CORO_SUSPENDED', 'CORO_CLOSED'


def getgeneratorstate(generator):
    return _state('GEN', generator.gi_running, generator.gi_suspended, generator.gi_frame)


def _state(kind, running, suspended, frame):
    return f"{kind}_{'RUNNING' if running else 'SUSPENDED' if suspended else 'CLOSED' if frame is None else 'CREATED'}"


def getcoroutinestate(coroutine):
    return _state('CORO', coroutine.cr_running, coroutine.cr_suspended, coroutine.cr_frame)


def getgeneratorlocals(generator):
    if isgenerator(generator):
        frame = generator.gi_frame
        return frame.f_locals if frame is not None else {}
    raise TypeError(f"{generator!r} is not a Python generator")


def getcoroutinelocals(coroutine):
    return {} if coroutine.cr_frame is None else coroutine.cr_frame.f_locals


# -- signatures

class _empty:
    pass


_empty.__name__ = _empty.__qualname__ = '_empty'


class _void:
    pass


class _ParameterKind(IntEnum):
    POSITIONAL_ONLY = 0
    POSITIONAL_OR_KEYWORD = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4

    def __str__(self):
        return self._name_

    @property
    def description(self):
        return ('positional-only', 'positional or keyword', 'variadic positional', 'keyword-only', 'variadic keyword')[self]


_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = _ParameterKind


def formatannotation(annotation, base_module=None):
    home = getattr(annotation, '__module__', None)
    if home == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        name = annotation.__qualname__
        return name if home in ('builtins', base_module) else f'{home}.{name}'
    return repr(annotation)


class Parameter:
    __slots__ = '_name', '_kind', '_annotation', '_default'
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _ParameterKind
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f'value {kind!r} is not a valid Parameter.kind') from None
        self._kind = kind
        if default is not _empty and self._kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f'{self._kind.description} parameters cannot have default values')
        if name is _empty:
            raise ValueError('name is a required attribute for Parameter')
        if not isinstance(name, str):
            raise TypeError(f'name must be a str, not a {type(name).__name__}')
        if iskeyword(name) or not name.isidentifier():
            raise ValueError(f'{name!r} is not a valid parameter name')
        self._name, self._default, self._annotation = name, default, annotation

    # To be read only.
    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def _parts(self):
        return self._name, self._kind, self._annotation, self._default

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        return type(self)(self._name if name is _void else name, self._kind if kind is _void else kind,
                          default=self._default if default is _void else default,
                          annotation=self._annotation if annotation is _void else annotation)

    def __str__(self):
        text = {_VAR_POSITIONAL: '*', _VAR_KEYWORD: '**'}.get(self._kind, '') + self._name
        noted, preset = self._annotation is not _empty, self._default is not _empty
        if noted:
            text += ': ' + formatannotation(self._annotation)
        if preset:
            text += f"{' = ' if noted else '='}{self._default!r}"
        return text

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def __hash__(self):
        return hash(self._parts())

    def __eq__(self, other):
        return self._parts() == other._parts() if isinstance(other, Parameter) else NotImplemented


class BoundArguments:
    __slots__ = '_signature', 'arguments'

    def __init__(self, signature, arguments):
        self._signature, self.arguments = signature, arguments

    @property
    def signature(self):
        return self._signature

    def _split(self):
        """What goes by position and what by name: by name once something lacks before it."""
        by_position, by_name = [], {}
        named = False
        for name, param in self._signature.parameters.items():
            named = named or param.kind in (_KEYWORD_ONLY, _VAR_KEYWORD) or name not in self.arguments
            if name not in self.arguments:
                continue
            value = self.arguments[name]
            if not named:
                by_position += value if param.kind is _VAR_POSITIONAL else [value]
            elif param.kind is _VAR_KEYWORD:
                by_name.update(value)
            else:
                by_name[name] = value
        return tuple(by_position), by_name

    @property
    def args(self):
        return self._split()[0]

    @property
    def kwargs(self):
        return self._split()[1]

    def apply_defaults(self):
        complete = {}
        for param in self._signature.parameters.values():
            empty = {_VAR_POSITIONAL: (), _VAR_KEYWORD: {}}.get(param.kind, param.default)
            value = self.arguments.get(param.name, empty)
            if value is not _empty:
                complete[param.name] = value
        self.arguments = complete

    def __eq__(self, other):
        if isinstance(other, BoundArguments):
            return (self._signature, self.arguments) == (other._signature, other.arguments)
        return NotImplemented

    def __repr__(self):
        shown = ', '.join(f'{name}={value!r}' for name, value in self.arguments.items())
        return f'<{type(self).__name__} ({shown})>'


class Signature:
    __slots__ = '_parameters', '_return_annotation'
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        found = {}
        top, defaults = _POSITIONAL_ONLY, False
        for param in parameters or ():
            if param.kind < top:
                raise ValueError(f'wrong parameter order: {top.description} parameter before {param.kind.description} parameter')
            top = param.kind
            if param.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                preset = param.default is not _empty
                if defaults and not preset:
                    raise ValueError('non-default argument follows default argument')
                defaults = preset
            if param.name in found:
                raise ValueError(f'duplicate parameter name: {param.name!r}')
            found[param.name] = param
        self._parameters, self._return_annotation = types.MappingProxyType(found), return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return _signature_of(obj, follow_wrapped, cls)

    @property
    def parameters(self):
        return self._parameters

    @property
    def return_annotation(self):
        return self._return_annotation

    def replace(self, *, parameters=_void, return_annotation=_void):
        return type(self)(self._parameters.values() if parameters is _void else parameters,
                          return_annotation=self._return_annotation if return_annotation is _void else return_annotation)

    def __hash__(self):
        return hash(self._parts())

    def _parts(self):
        """Equal signatures have equal ones: what is given by name may stand in any order."""
        named = {name: param for name, param in self._parameters.items() if param.kind is _KEYWORD_ONLY}
        return (tuple(param for param in self._parameters.values() if param.kind is not _KEYWORD_ONLY),
                frozenset(named.items()), self._return_annotation)

    def __eq__(self, other):
        return self._parts() == other._parts() if isinstance(other, Signature) else NotImplemented

    def _bind(self, args, kwargs, *, partial=False):
        arguments = {}
        kwargs = dict(kwargs)
        args = list(args)
        params = list(self._parameters.values())
        for at, param in enumerate(params):
            name = param.name
            if param.kind is _VAR_POSITIONAL:
                if args:
                    arguments[name] = tuple(args)
                    args = []
            elif param.kind == _VAR_KEYWORD:
                # What is left in the end.
                continue
            elif args and param.kind is not _KEYWORD_ONLY:
                if name in kwargs and param.kind is not _POSITIONAL_ONLY:
                    raise TypeError(f'multiple values for argument {name!r}')
                arguments[name] = args.pop(0)
            elif name in kwargs and param.kind is not _POSITIONAL_ONLY:
                if args and param.kind is _KEYWORD_ONLY:
                    raise TypeError('too many positional arguments')
                arguments[name] = kwargs.pop(name)
            elif param.kind is _POSITIONAL_ONLY and name in kwargs:
                raise TypeError(f'{name!r} parameter is positional only, but was passed as a keyword')
            elif param.default is _empty and not partial:
                if args and param.kind is _KEYWORD_ONLY:
                    raise TypeError('too many positional arguments')
                raise TypeError(f'missing a required argument: {name!r}')
        if args:
            raise TypeError('too many positional arguments')
        if kwargs:
            last = params[-1] if params else None
            if last is not None and last.kind is _VAR_KEYWORD:
                arguments[last.name] = kwargs
            else:
                raise TypeError(f'got an unexpected keyword argument {next(iter(kwargs))!r}')
        return BoundArguments(self, arguments)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, partial=True)

    def __repr__(self):
        return f'<{type(self).__name__} {self}>'

    def __str__(self):
        parts = []
        kinds = [param.kind for param in self._parameters.values()]
        bare = _VAR_POSITIONAL not in kinds
        for at, param in enumerate(self._parameters.values()):
            if bare and param.kind is _KEYWORD_ONLY:
                parts.append('*')
                bare = False
            parts.append(str(param))
            if param.kind is _POSITIONAL_ONLY and _POSITIONAL_ONLY not in kinds[at + 1:]:
                parts.append('/')
        text = '(' + ', '.join(parts) + ')'
        if self._return_annotation is not _empty:
            text += ' -> ' + formatannotation(self._return_annotation)
        return text


def _of_function(func, cls):
    code = func.__code__
    names = code.co_varnames
    count, only, positional = code.co_argcount, code.co_kwonlyargcount, code.co_posonlyargcount
    annotations = func.__annotations__
    defaults = func.__defaults__ or ()
    only_defaults = func.__kwdefaults__ or {}
    first_default = count - len(defaults)
    params = []
    for at, name in enumerate(names[:count]):
        params.append(Parameter(name, _POSITIONAL_ONLY if at < positional else _POSITIONAL_OR_KEYWORD,
                                default=defaults[at - first_default] if at >= first_default else _empty,
                                annotation=annotations.get(name, _empty)))
    at = count + only
    if code.co_flags & CO_VARARGS:
        params.append(Parameter(names[at], _VAR_POSITIONAL, annotation=annotations.get(names[at], _empty)))
        at += 1
    for name in names[count:count + only]:
        params.append(Parameter(name, _KEYWORD_ONLY, default=only_defaults.get(name, _empty),
                                annotation=annotations.get(name, _empty)))
    if code.co_flags & CO_VARKEYWORDS:
        params.append(Parameter(names[at], _VAR_KEYWORD, annotation=annotations.get(names[at], _empty)))
    return cls(params, return_annotation=annotations.get('return', _empty))


def _without_first(found):
    params = list(found.parameters.values())
    kind = params[0].kind if params else _VAR_KEYWORD
    if kind >= _KEYWORD_ONLY:
        raise ValueError('invalid method signature')
    return found if kind is _VAR_POSITIONAL else found.replace(parameters=params[1:])


def _of_partial(part, follow, cls):
    found = _signature_of(part.func, follow, cls)
    try:
        bound = found.bind_partial(*part.args, **part.keywords)
    except TypeError as problem:
        raise ValueError(f'partial object {part!r} has incorrect arguments') from problem
    params = []
    # Behind one that has got its value by name, the others can only be given by name.
    by_name = False
    for name, param in found.parameters.items():
        kind = param.kind
        if name in bound.arguments and kind < _KEYWORD_ONLY and kind != _VAR_POSITIONAL and name not in part.keywords:
            # Given by position: it is gone.
            continue
        if name in bound.arguments and kind in (_POSITIONAL_OR_KEYWORD, _KEYWORD_ONLY):
            param = param.replace(default=bound.arguments[name])
            by_name = by_name or kind == _POSITIONAL_OR_KEYWORD
        if by_name and kind == _VAR_POSITIONAL:
            continue
        params.append(param.replace(kind=_KEYWORD_ONLY) if by_name and kind == _POSITIONAL_OR_KEYWORD else param)
    return found.replace(parameters=params)


def _signature_of(obj, follow=True, cls=Signature):
    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    if isinstance(obj, _Bound):
        return _without_first(_signature_of(obj.__func__, follow, cls))
    if follow:
        obj = unwrap(obj, stop=lambda f: hasattr(f, '__signature__') or isinstance(f, _Bound))
        if isinstance(obj, _Bound):
            return _signature_of(obj, follow, cls)
    given = getattr(obj, '__signature__', None)
    if given is not None:
        if not isinstance(given, Signature):
            raise TypeError(f'unexpected object {given!r} in __signature__ attribute')
        return given
    if isinstance(obj, types.FunctionType):
        return _of_function(obj, cls)
    if isinstance(obj, functools.partial):
        return _of_partial(obj, follow, cls)
    if isinstance(obj, type):
        call = _own(type(obj), '__call__')
        if call is not None:
            return _without_first(_signature_of(call, follow, cls))
        for base in obj.__mro__:
            for name in ('__new__', '__init__'):
                method = base.__dict__.get(name)
                if isinstance(method, staticmethod):
                    method = method.__func__
                if isinstance(method, types.FunctionType) and method.__code__.co_filename[:1] + method.__code__.co_filename[-1:] != '<>':
                    return _without_first(_signature_of(method, follow, cls))
                if isinstance(method, types.FunctionType):
                    return _without_first(_of_function(method, cls))
            if base is obj and base.__init__ is __builtins_object.__init__ and base.__new__ is __builtins_object.__new__:
                return cls([])
        if type not in obj.__mro__ and obj.__init__ is __builtins_object.__init__:
            return cls([])
        raise ValueError(f'no signature found for builtin type {obj!r}')
    call = _own(type(obj), '__call__')
    if call is not None and not isbuiltin(obj):
        return _without_first(_signature_of(call, follow, cls))
    raise ValueError(f'no signature found for builtin {obj!r}')


def _own(cls, name):
    """A method that Python code defined, found along the MRO."""
    for base in cls.__mro__:
        if name in base.__dict__:
            method = base.__dict__[name]
            return method if isinstance(method, types.FunctionType) else None
    return None


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    if isinstance(obj, type):
        found = obj.__dict__.get('__annotations__', {})
    elif callable(obj) or ismodule(obj):
        found = getattr(obj, '__annotations__', None) or {}
    else:
        raise TypeError(f"{obj!r} is not a module, class, or callable.")
    found = dict(found)
    if eval_str:
        names = globals if globals is not None else getattr(sys.modules.get(getattr(obj, '__module__', None)), '__dict__', {})
        found = {key: eval(value, names, locals) if isinstance(value, str) else value for key, value in found.items()}
    return found


def getcallargs(func, /, *positional, **named):
    bound = signature(func).bind(*positional, **named)
    bound.apply_defaults()
    found = dict(bound.arguments)
    if ismethod(func):
        found = {func.__func__.__code__.co_varnames[0]: func.__self__, **found}
    return found


class EndOfBlock(Exception):
    pass


class ClassFoundException(Exception):
    pass
