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
TPFLAGS_IS_ABSTRACT = 1 << 20


# -- kinds of objects

def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType) and isinstance(object.__func__, types.FunctionType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    return type(object) is types.BuiltinFunctionType


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, '__get__') and not hasattr(kind, '__set__') and not isbuiltin(object) and not isgetsetdescriptor(object)


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, '__set__') or hasattr(kind, '__delete__') or isinstance(object, (property, types.GetSetDescriptorType))


def ismemberdescriptor(object):
    return isinstance(object, types.MemberDescriptorType)


def isgetsetdescriptor(object):
    return isinstance(object, types.GetSetDescriptorType)


def ismethodwrapper(object):
    return isinstance(object, types.MethodWrapperType)


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
    return _has_flag(obj, CO_COROUTINE) or getattr(_unwrapped(obj), '_is_coroutine_mark', None) is not None


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def isawaitable(object):
    if isinstance(object, types.GeneratorType):
        return bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)
    return hasattr(type(object), '__await__')


def istraceback(object):
    return isinstance(object, types.TracebackType)


def isframe(object):
    return isinstance(object, types.FrameType)


def iscode(object):
    return isinstance(object, types.CodeType)


def isabstract(object):
    return isinstance(object, type) and bool(getattr(object, '__abstractmethods__', None))


def markcoroutinefunction(func):
    func._is_coroutine_mark = True
    return func


# -- members and classes

def getmembers(object, predicate=None):
    found = []
    for name in dir(object):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    found.sort(key=lambda pair: pair[0])
    return found


def getmembers_static(object, predicate=None):
    found = []
    for name in dir(object):
        try:
            value = getattr_static(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return sorted(found, key=lambda pair: pair[0])


Attribute = namedtuple('Attribute', 'name kind defining_class object')


def classify_class_attrs(cls):
    found = []
    for name in dir(cls):
        for base in cls.__mro__:
            if name in base.__dict__:
                value = base.__dict__[name]
                kind = 'data'
                if isinstance(value, staticmethod):
                    kind = 'static method'
                elif isinstance(value, classmethod):
                    kind = 'class method'
                elif isinstance(value, property):
                    kind = 'property'
                elif isroutine(value):
                    kind = 'method'
                found.append(Attribute(name, kind, base, value))
                break
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
    children = {}
    roots = []
    for c in classes:
        if c.__bases__:
            for parent in c.__bases__:
                children.setdefault(parent, [])
                if c not in children[parent]:
                    children[parent].append(c)
                if unique and parent in classes:
                    break
        elif c not in roots:
            roots.append(c)
    for parent in children:
        if parent not in classes:
            roots.append(parent)
    return walktree(roots, children, None)


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
    lines = doc.expandtabs().split('\n')
    margin = None
    for line in lines[1:]:
        content = len(line.lstrip())
        if content:
            indent = len(line) - content
            margin = indent if margin is None else min(margin, indent)
    if lines:
        lines[0] = lines[0].lstrip()
    if margin is not None:
        lines[1:] = [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


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
    except (OSError, TypeError):
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
    if ismodule(object):
        if getattr(object, '__file__', None):
            return object.__file__
        raise TypeError(f'{object!r} is a built-in module')
    if isclass(object):
        module = sys.modules.get(object.__module__)
        if getattr(module, '__file__', None):
            return module.__file__
        raise TypeError(f'{object!r} is a built-in class')
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    if iscode(object):
        return object.co_filename
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
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    if iscode(object):
        number = object.co_firstlineno - 1
        if not 0 <= number < len(lines):
            raise OSError('lineno is out of bounds')
        # the decorators belong to it
        while number > 0 and lines[number - 1].lstrip().startswith('@') and lines[number].lstrip().startswith(('def ', 'async ', '@')):
            number -= 1
        return lines, number
    raise OSError('could not find code object')


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
ArgInfo = namedtuple('ArgInfo', 'args varargs keywords locals')


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
            start = max(0, min(lineno - 1 - context // 2, len(found) - context))
            lines = found[start:start + context]
            index = lineno - 1 - start
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
    return getinnerframes(sys.exc_info()[2], context)


def getargs(co):
    count = co.co_argcount
    names = co.co_varnames
    extra = co.co_kwonlyargcount
    at = count + extra
    varargs = varkw = None
    if co.co_flags & CO_VARARGS:
        varargs = names[at]
        at += 1
    if co.co_flags & CO_VARKEYWORDS:
        varkw = names[at]
    return Arguments(list(names[:count + extra]), varargs, varkw)


Arguments = namedtuple('Arguments', 'args varargs varkw')


def getargvalues(frame):
    args, varargs, varkw = getargs(frame.f_code)
    return ArgInfo(args, varargs, varkw, frame.f_locals)


FullArgSpec = namedtuple('FullArgSpec', 'args varargs varkw defaults kwonlyargs kwonlydefaults annotations')


def getfullargspec(func):
    try:
        found = signature(func)
    except (TypeError, ValueError) as problem:
        raise TypeError('unsupported callable') from problem
    args, defaults, only, only_defaults, annotations = [], (), [], {}, {}
    varargs = varkw = None
    if found.return_annotation is not _empty:
        annotations['return'] = found.return_annotation
    if ismethod(func):
        args.append(func.__func__.__code__.co_varnames[0])
    for name, param in found.parameters.items():
        if param.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            args.append(name)
            if param.default is not _empty:
                defaults += (param.default,)
        elif param.kind is _VAR_POSITIONAL:
            varargs = name
        elif param.kind is _KEYWORD_ONLY:
            only.append(name)
            if param.default is not _empty:
                only_defaults[name] = param.default
        else:
            varkw = name
        if param.annotation is not _empty:
            annotations[name] = param.annotation
    return FullArgSpec(args, varargs, varkw, defaults or None, only, only_defaults or None, annotations)


def getclosurevars(func):
    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        raise TypeError(f"{func!r} is not a Python function")
    cells = dict(zip(func.__code__.co_freevars, [cell.cell_contents for cell in func.__closure__ or ()]))
    return ClosureVars(cells, {}, {}, set())


ClosureVars = namedtuple('ClosureVars', 'nonlocals globals builtins unbound')


# -- generators and coroutines

GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = 'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED', 'GEN_CLOSED'
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = 'CORO_CREATED', 'CORO_RUNNING', 'CORO_SUSPENDED', 'CORO_CLOSED'


def getgeneratorstate(generator):
    if generator.gi_running:
        return GEN_RUNNING
    if generator.gi_suspended:
        return GEN_SUSPENDED
    return GEN_CLOSED if generator.gi_frame is None else GEN_CREATED


def getcoroutinestate(coroutine):
    if coroutine.cr_running:
        return CORO_RUNNING
    if coroutine.cr_suspended:
        return CORO_SUSPENDED
    return CORO_CLOSED if coroutine.cr_frame is None else CORO_CREATED


def getgeneratorlocals(generator):
    if not isgenerator(generator):
        raise TypeError(f"{generator!r} is not a Python generator")
    return {} if generator.gi_frame is None else generator.gi_frame.f_locals


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


_POSITIONAL_ONLY = _ParameterKind.POSITIONAL_ONLY
_POSITIONAL_OR_KEYWORD = _ParameterKind.POSITIONAL_OR_KEYWORD
_VAR_POSITIONAL = _ParameterKind.VAR_POSITIONAL
_KEYWORD_ONLY = _ParameterKind.KEYWORD_ONLY
_VAR_KEYWORD = _ParameterKind.VAR_KEYWORD


def formatannotation(annotation, base_module=None):
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', base_module):
            return annotation.__qualname__
        return annotation.__module__ + '.' + annotation.__qualname__
    return repr(annotation)


class Parameter:
    __slots__ = ('_name', '_kind', '_default', '_annotation')
    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            self._kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f'value {kind!r} is not a valid Parameter.kind') from None
        if default is not _empty and self._kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f'{self._kind.description} parameters cannot have default values')
        if name is _empty:
            raise ValueError('name is a required attribute for Parameter')
        if not isinstance(name, str):
            raise TypeError(f'name must be a str, not a {type(name).__name__}')
        if iskeyword(name) or not name.isidentifier():
            raise ValueError(f'{name!r} is not a valid parameter name')
        self._name = name
        self._default = default
        self._annotation = annotation

    @property
    def name(self):
        return self._name

    @property
    def default(self):
        return self._default

    @property
    def annotation(self):
        return self._annotation

    @property
    def kind(self):
        return self._kind

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        return type(self)(self._name if name is _void else name, self._kind if kind is _void else kind,
                          default=self._default if default is _void else default,
                          annotation=self._annotation if annotation is _void else annotation)

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text = f'{text}: {formatannotation(self._annotation)}'
        if self._default is not _empty:
            text = f'{text} = {self._default!r}' if self._annotation is not _empty else f'{text}={self._default!r}'
        if self._kind == _VAR_POSITIONAL:
            return '*' + text
        if self._kind == _VAR_KEYWORD:
            return '**' + text
        return text

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return self is other or (self._name == other._name and self._kind == other._kind and
                                 self._default == other._default and self._annotation == other._annotation)


class BoundArguments:
    __slots__ = ('arguments', '_signature')

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    @property
    def signature(self):
        return self._signature

    @property
    def args(self):
        found = []
        for name, param in self._signature.parameters.items():
            if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            value = self.arguments[name]
            if param.kind == _VAR_POSITIONAL:
                found.extend(value)
            else:
                found.append(value)
        return tuple(found)

    @property
    def kwargs(self):
        found = {}
        started = False
        for name, param in self._signature.parameters.items():
            if not started:
                if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                    started = True
                elif name not in self.arguments:
                    started = True
                    continue
            if not started or name not in self.arguments:
                continue
            value = self.arguments[name]
            if param.kind == _VAR_KEYWORD:
                found.update(value)
            else:
                found[name] = value
        return found

    def apply_defaults(self):
        found = {}
        for name, param in self._signature.parameters.items():
            if name in self.arguments:
                found[name] = self.arguments[name]
            elif param.default is not _empty:
                found[name] = param.default
            elif param.kind is _VAR_POSITIONAL:
                found[name] = ()
            elif param.kind is _VAR_KEYWORD:
                found[name] = {}
        self.arguments = found

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self._signature == other._signature and self.arguments == other.arguments

    def __repr__(self):
        shown = ', '.join(f'{name}={value!r}' for name, value in self.arguments.items())
        return f'<{type(self).__name__} ({shown})>'


class Signature:
    __slots__ = ('_parameters', '_return_annotation')
    empty = _empty
    _parameter_cls = Parameter
    _bound_arguments_cls = BoundArguments

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        found = {}
        top = _POSITIONAL_ONLY
        defaults = False
        for param in parameters or ():
            if param.kind < top:
                raise ValueError(f'wrong parameter order: {top.description} parameter before {param.kind.description} parameter')
            top = param.kind
            if param.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                if param.default is not _empty:
                    defaults = True
                elif defaults:
                    raise ValueError('non-default argument follows default argument')
            if param.name in found:
                raise ValueError(f'duplicate parameter name: {param.name!r}')
            found[param.name] = param
        self._parameters = types.MappingProxyType(found)
        self._return_annotation = return_annotation

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
        return hash((tuple(self._parameters.values()), self._return_annotation))

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return (list(self._parameters.values()) == list(other._parameters.values())
                and self._return_annotation == other._return_annotation)

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
            elif param.kind is _VAR_KEYWORD:
                pass
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
        return self._bound_arguments_cls(self, arguments)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, partial=True)

    def __repr__(self):
        return f'<{type(self).__name__} {self}>'

    def __str__(self):
        parts = []
        slash = star = False
        for param in self._parameters.values():
            kind = param.kind
            if kind == _POSITIONAL_ONLY:
                slash = True
            elif slash:
                parts.append('/')
                slash = False
            if kind == _VAR_POSITIONAL:
                star = True
            elif kind == _KEYWORD_ONLY and not star:
                parts.append('*')
                star = True
            parts.append(str(param))
        if slash:
            parts.append('/')
        text = f"({', '.join(parts)})"
        if self._return_annotation is not _empty:
            text += f' -> {formatannotation(self._return_annotation)}'
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
    if not params or params[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError('invalid method signature')
    if params[0].kind is not _VAR_POSITIONAL:
        params = params[1:]
    return found.replace(parameters=params)


def _of_partial(part, follow, cls):
    found = _signature_of(part.func, follow, cls)
    try:
        bound = found.bind_partial(*part.args, **part.keywords)
    except TypeError as problem:
        raise ValueError(f'partial object {part!r} has incorrect arguments') from problem
    params = []
    to_keywords = False
    for name, param in found.parameters.items():
        if name in bound.arguments:
            if param.kind is _POSITIONAL_ONLY:
                continue
            if param.kind is _POSITIONAL_OR_KEYWORD:
                if name in part.keywords:
                    to_keywords = True
                    param = param.replace(default=bound.arguments[name])
                else:
                    continue
            elif param.kind is _KEYWORD_ONLY:
                param = param.replace(default=bound.arguments[name])
        if to_keywords:
            if param.kind is _POSITIONAL_OR_KEYWORD:
                param = param.replace(kind=_KEYWORD_ONLY)
            elif param.kind is _VAR_POSITIONAL:
                continue
        params.append(param)
    return found.replace(parameters=params)


def _signature_of(obj, follow=True, cls=Signature):
    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    if isinstance(obj, types.MethodType):
        return _without_first(_signature_of(obj.__func__, follow, cls))
    if follow:
        obj = unwrap(obj, stop=lambda f: hasattr(f, '__signature__') or isinstance(f, types.MethodType))
        if isinstance(obj, types.MethodType):
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
