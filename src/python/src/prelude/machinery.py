"""Python parts of the machinery: classes, exceptions, generators, imports, patterns, threads."""


# -- calling and checking

def _checked_truth(func, args):
    return bool(func(*args))


def _checked_not(func, args):
    return not func(*args)


def _checked_len(func, args):
    result = func(*args)
    if not isinstance(result, int):
        raise TypeError(f"'{type(result).__name__}' object cannot be interpreted as an integer")
    if result < 0:
        raise ValueError("__len__() should return >= 0")
    return int(result)


def _len_truth(value):
    return len(value) != 0


def _checked_hash(func, args):
    result = func(*args)
    if not isinstance(result, int):
        raise TypeError("__hash__ method should return an integer")
    result = int(result)
    if -0x8000000000000000 <= result < 0x8000000000000000:
        return -2 if result == -1 else result
    return hash(result)


def _checked_str(func, args):
    result = func(*args)
    if not isinstance(result, str):
        raise TypeError(f"__str__ returned non-string (type {type(result).__name__})")
    return result


def _checked_repr(func, args):
    result = func(*args)
    if not isinstance(result, str):
        raise TypeError(f"__repr__ returned non-string (type {type(result).__name__})")
    return result


def _checked_int(func, args):
    result = func(*args)
    if not isinstance(result, int):
        raise TypeError(f"__int__ returned non-int (type {type(result).__name__})")
    return result


def _checked_float(func, args):
    result = func(*args)
    if not isinstance(result, float):
        raise TypeError(f"__float__ returned non-float (type {type(result).__name__})")
    return result


def _checked_iter(func, args):
    result = func(*args)
    if not hasattr(type(result), '__next__'):
        raise TypeError(f"iter() returned non-iterator of type '{type(result).__name__}'")
    return result


def _checked_none(func, args):
    func(*args)


def _repeat_by_index(seq, count):
    return seq * type(count).__index__(count)


def _negate_eq(func, a, b):
    result = func(a, b)
    return result if result is NotImplemented else not result


def _getattr_default(obj, name, default):
    try:
        return getattr(obj, name)
    except AttributeError:
        return default


def _hasattr(obj, name):
    try:
        getattr(obj, name)
    except AttributeError:
        return False
    return True


def _next(iterator, default):
    if default:
        return next(iterator, default[0])
    return next(iterator)


def _iter_sequence(seq):
    get = type(seq).__getitem__
    index = 0
    while True:
        try:
            item = get(seq, index)
        except (IndexError, StopIteration):
            return
        yield item
        index += 1


def _take(iterable, limit):
    items = []
    if limit is None:
        for item in iterable:
            items.append(item)
        return items
    for item in iterable:
        items.append(item)
        if len(items) >= limit:
            break
    return items


def _fill_dict(target, pairs):
    index = 0
    while index < len(pairs):
        target[pairs[index]] = pairs[index + 1]
        index += 2
    return target


def _list_extend(target, items):
    for item in items:
        target.append(item)


def _load_name(namespace, name, scope):
    try:
        return namespace[name]
    except KeyError:
        pass
    if name in scope:
        return scope[name]
    builtins = _loaded_module('builtins').__dict__
    if name in builtins:
        return builtins[name]
    raise NameError(f"name '{name}' is not defined", name=name)


def _display_hook(value):
    if value is not None:
        print(repr(value))


def _sorted_names(names):
    return sorted(names)


def _run_here(source, want_value):
    return (eval if want_value else exec)(source, globals(), locals())


# -- instances and classes

def _init_and_return(init, instance, args, kwargs):
    result = init(instance, *args, **kwargs)
    if result is not None:
        raise TypeError(f"__init__() should return None, not '{type(result).__name__}'")
    return instance


def _instantiate(cls, args, kwargs):
    new = _type_attr(cls, '__new__')
    if isinstance(new, staticmethod):
        new = new.__func__
    instance = new(cls, *args, **kwargs)
    if not _is_subclass(type(instance), cls):
        if _is_subclass(cls, type(instance)):
            instance = _plain_instance(cls, instance)
        else:
            return instance
    init = _type_attr(type(instance), '__init__')
    if init is not object.__init__:
        result = init(instance, *args, **kwargs)
        if result is not None:
            raise TypeError(f"__init__() should return None, not '{type(result).__name__}'")
    return instance


def _new_around(cls, make, args, kwargs):
    return _plain_instance(cls, make(*args, **kwargs))


def _inplace_around(method, instance, value, other):
    method(value, other)
    return instance


def _abstract_error(cls):
    names = sorted(getattr(cls, '__abstractmethods__', ()))
    plural = '' if len(names) == 1 else 's'
    listed = ', '.join(names)
    raise TypeError(f"Can't instantiate abstract class {cls.__name__} with abstract method{plural} {listed}")


def _type_new(meta, name, bases, namespace, kwargs):
    if not isinstance(bases, tuple):
        raise TypeError(f"type.__new__() argument 2 must be tuple, not {type(bases).__name__}")
    if not isinstance(namespace, dict):
        raise TypeError(f"type.__new__() argument 3 must be dict, not {type(namespace).__name__}")
    winner = _winning_metaclass(meta, bases)
    if winner is not meta:
        own_new = _type_attr(winner, '__new__')
        if isinstance(own_new, staticmethod):
            return own_new.__func__(winner, name, bases, namespace, **kwargs)
    if '__module__' not in namespace:
        try:
            namespace = {**namespace, '__module__': _user_frame()[0]}
        except ValueError:
            pass
    cls = _make_class(winner, name, bases, namespace)
    cell = namespace.get('__classcell__')
    if cell is not None:
        _set_cell(cell, cls)
        del cls.__classcell__
    for key, value in list(namespace.items()):
        hook = _type_attr(type(value), '__set_name__')
        if hook is not None:
            try:
                hook(value, cls, key)
            except Exception as problem:
                raise RuntimeError(f"Error calling __set_name__ on '{type(value).__name__}' instance '{key}' "
                                   f"in '{name}'") from problem
    if kwargs or _type_attr_beyond(cls, '__init_subclass__') is not None:
        super(cls, cls).__init_subclass__(**kwargs)
    return cls


def _type_call(name, bases, namespace, /, **kwargs):
    cls = type.__new__(type, name, bases, namespace, **kwargs)
    meta = type(cls)
    if meta is not type:
        init = _type_attr(meta, '__init__')
        if init is not type.__init__:
            init(cls, name, bases, namespace, **kwargs)
    return cls


def _type_attr_beyond(cls, name):
    for base in cls.__mro__[1:]:
        if base is object:
            return None
        if name in base.__dict__:
            return True
    return None


def _winning_metaclass(meta, bases):
    winner = meta
    for base in bases:
        kind = type(base)
        if _is_subclass(winner, kind):
            continue
        if _is_subclass(kind, winner):
            winner = kind
            continue
        raise TypeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the "
                        "metaclasses of all its bases")
    return winner


def __build_class__(func, name, /, *bases, metaclass=None, **kwargs):
    resolved = bases
    for base in bases:
        if not isinstance(base, type):
            resolved = _resolve_bases(bases)
            break
    if metaclass is None:
        metaclass = type(resolved[0]) if resolved else type
    if isinstance(metaclass, type):
        metaclass = _winning_metaclass(metaclass, resolved)
    if metaclass is type:
        namespace = {}
    else:
        prepare = getattr(metaclass, '__prepare__', None)
        namespace = {} if prepare is None else prepare(name, resolved, **kwargs)
    cell = _class_body(func, namespace)
    if resolved is not bases:
        namespace['__orig_bases__'] = bases
    if metaclass is type:
        cls = _type_new(type, name, resolved, namespace, kwargs)
    else:
        cls = metaclass(name, resolved, namespace, **kwargs)
    if cell is not None:
        _set_cell(cell, cls)
    return cls


def _resolve_bases(bases):
    resolved = []
    for base in bases:
        if isinstance(base, type):
            resolved.append(base)
            continue
        entries = getattr(base, '__mro_entries__', None)
        if entries is not None:
            resolved.extend(entries(bases))
            continue
        origin = getattr(base, '__origin__', None)
        resolved.append(origin if isinstance(origin, type) else base)
    return tuple(resolved)


def _isinstance(obj, classinfo):
    if isinstance(classinfo, tuple):
        for item in classinfo:
            if isinstance(obj, item):
                return True
        return False
    args = getattr(classinfo, '__args__', None)
    if args is not None and not isinstance(classinfo, type):
        for item in args:
            if isinstance(obj, item):
                return True
        return False
    return bool(type(classinfo).__instancecheck__(classinfo, obj))


def _isinstance_by_claim(obj, classinfo):
    cls = obj.__class__
    return isinstance(cls, type) and cls is not type(obj) and issubclass(cls, classinfo)


def _issubclass(cls, classinfo):
    if isinstance(classinfo, tuple):
        for item in classinfo:
            if issubclass(cls, item):
                return True
        return False
    if not isinstance(classinfo, type):
        for item in classinfo.__args__:
            if issubclass(cls, item):
                return True
        return False
    return bool(type(classinfo).__subclasscheck__(classinfo, cls))


def _reduce(obj, protocol=0):
    import copyreg
    return copyreg._reduce_object(obj, protocol)


def _reduce_ex(obj, protocol):
    method = type(obj).__reduce__
    return _reduce(obj, protocol) if method is object.__reduce__ else method(obj)


def _state(obj):
    import copyreg
    return copyreg._state_of(obj)


def _repr_by_parts(value):
    """A bound method, a mapping proxy or an alias with something in it that shows itself by Python code."""
    args = getattr(value, '__args__', None)
    if args is not None:
        shown = [repr(list[arg])[5:-1] if isinstance(arg, type) or arg is ... or arg is None else repr(arg) for arg in args]
        return f"{repr(list[value.__origin__])[5:-1]}[{', '.join(shown)}]" if hasattr(value, '__origin__') else ' | '.join(shown)
    if hasattr(value, '__func__'):
        return f'<bound method {value.__func__.__qualname__} of {value.__self__!r}>'
    return f'mappingproxy({dict(value)!r})'


def _type_alias(name, thunk):
    return TypeAliasType(name, thunk)


def _type_param(name, kind=None, bound=None, default=None):
    return _import_module('typing')._declared(name, kind, bound, default)


class TypeAliasType:
    __module__ = 'typing'

    def __init__(self, name, thunk):
        self.__name__ = name
        self._thunk = thunk

    @property
    def __value__(self):
        return self._thunk()

    def __repr__(self):
        return self.__name__

    def __getitem__(self, item):
        return self

    def __or__(self, other):
        return self

    __ror__ = __or__


# -- exceptions

class ExceptionGroup(BaseExceptionGroup, Exception):
    __module__ = 'builtins'


def _raise_from(exc, cause):
    if isinstance(exc, type) and issubclass(exc, BaseException):
        exc = exc()
    elif not isinstance(exc, BaseException):
        raise TypeError("exceptions must derive from BaseException")
    if isinstance(cause, type) and issubclass(cause, BaseException):
        cause = cause()
    elif cause is not None and not isinstance(cause, BaseException):
        raise TypeError("exception causes must derive from BaseException")
    _set_cause(exc, cause)
    return exc


def _exception_repr(exc):
    args = exc.args
    if len(args) == 1:
        return f"{type(exc).__name__}({args[0]!r})"
    return f"{type(exc).__name__}{args!r}"


def _group_str(group):
    count = len(group.exceptions)
    plural = '' if count == 1 else 's'
    return f"{group.message} ({count} sub-exception{plural})"


def _prepare_text(asking, exc):
    try:
        text = str(asking)
    except Exception:
        text = "<exception str() failed>"
    asking._interleave_text = text
    return _traceback_text(exc)


def _group_split(group, matches):
    """(matching part, rest) of a group, each a group with the same shape or None."""
    if matches(group):
        return group, None
    if not isinstance(group, BaseExceptionGroup):
        return None, group
    taken, left = [], []
    for exc in group.exceptions:
        yes, no = _group_split(exc, matches)
        if yes is not None:
            taken.append(yes)
        if no is not None:
            left.append(no)
    return _group_like(group, taken), _group_like(group, left)


def _group_like(group, members):
    if not members:
        return None
    made = group.derive(members)
    made.__traceback__ = group.__traceback__
    made.__context__ = group.__context__
    made.__cause__ = group.__cause__
    notes = getattr(group, '__notes__', None)
    if isinstance(notes, (list, tuple)):
        made.__notes__ = list(notes)
    return made


def _group_condition(condition):
    if isinstance(condition, type) or isinstance(condition, tuple):
        return lambda exc: isinstance(exc, condition)
    return condition


def _derive(self, excs):
    return BaseExceptionGroup(self.message, excs)


def _split(self, condition):
    return _group_split(self, _group_condition(condition))


def _subgroup(self, condition):
    return _group_split(self, _group_condition(condition))[0]


def _exc_group_match(group, kind):
    kinds = kind if isinstance(kind, tuple) else (kind,)
    for item in kinds:
        if not (isinstance(item, type) and issubclass(item, BaseException)):
            raise TypeError("catching classes that do not inherit from BaseException is not allowed")
        if issubclass(item, BaseExceptionGroup):
            raise TypeError("catching ExceptionGroup with except* is not allowed. Use except instead.")
    if isinstance(group, BaseExceptionGroup):
        return _group_split(group, lambda exc: isinstance(exc, kind))
    if isinstance(group, kind):
        return BaseExceptionGroup('', (group,)), None
    return None, group


def _exc_group_rest(raised, original):
    """What `except*` leaves to raise: parts unhandled or re-raised (same traceback) as one group, new ones beside it."""
    raised = [exc for exc in raised if exc is not None]
    if not raised:
        return None
    if not isinstance(original, BaseExceptionGroup):
        return raised[0] if len(raised) == 1 else BaseExceptionGroup('', raised)
    leaves = _leaves(original)
    kept, fresh = [], []
    for exc in raised:
        # raised again by a bare `raise` (or never caught): nothing was added to the traceback on the way
        same = all(any(leaf is known for known in leaves) for leaf in _leaves(exc))
        same = same and _tb_entries(exc) == _tb_entries(original)
        if same:
            kept.extend(_leaves(exc))
        else:
            fresh.append(exc)
    rest = None
    if kept:
        rest = _group_split(original, lambda exc: any(exc is leaf for leaf in kept))[0]
    if not fresh:
        return rest
    if rest is not None:
        fresh.append(rest)
    return fresh[0] if len(fresh) == 1 and not isinstance(fresh[0], BaseExceptionGroup) is None else BaseExceptionGroup('', fresh)


def _leaves(exc):
    if not isinstance(exc, BaseExceptionGroup):
        return [exc]
    found = []
    for member in exc.exceptions:
        found.extend(_leaves(member))
    return found


# -- generators and coroutines

def _throw_class(generator, kind, value):
    if isinstance(kind, type) and issubclass(kind, BaseException):
        if isinstance(value, BaseException):
            exc = value
        elif value is None:
            exc = kind()
        else:
            exc = kind(value)
    else:
        raise TypeError(f"exceptions must be classes or instances deriving from BaseException, not {type(kind).__name__}")
    return _generator_throw(generator, exc)


def _close_generator(generator):
    generator.close()


def _throw_delegate(delegate, exc):
    return delegate.throw(exc)


def _close_delegate(delegate, exc):
    delegate.close()
    raise exc


class _AsyncYield:
    __slots__ = ('value',)


class coroutine_wrapper:
    """What `coroutine.__await__()` gives: the coroutine as an iterator."""

    __slots__ = ('_coroutine',)

    def __init__(self, coroutine):
        self._coroutine = coroutine

    def __iter__(self):
        return self

    def __next__(self):
        return self._coroutine.send(None)

    def send(self, value, /):
        return self._coroutine.send(value)

    def throw(self, *what):
        return self._coroutine.throw(*what)

    def close(self):
        return self._coroutine.close()

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle 'coroutine_wrapper' object")


_never_awaited_registry = {}


def _never_awaited(coro, place=None):
    """A coroutine that nobody can await any more."""
    text = f"coroutine '{coro.__qualname__}' was never awaited"
    coro.close()
    if place is not None:
        _write(2, f"{place}: RuntimeWarning: {text}\n")
        return
    module, function, line, file, scope, names = _user_frame()
    warnings = _loaded_module('warnings')
    if warnings is None and _loaded_module('asyncio') is not None:
        warnings = _import_module('warnings')
    if warnings is not None:
        try:
            warnings.warn_explicit(text, RuntimeWarning, file, line, module, _never_awaited_registry, source=coro)
        except Exception as problem:
            _write(2, f"Exception ignored in: {coro!r}\n" + _traceback_text(problem))
    else:
        _write(2, f"{file}:{line}: RuntimeWarning: {text}\n")


# Async generators with a step that has begun and not ended.
_asyncgens_under_way = {}
# By thread: (firstiter, finalizer), as `sys.set_asyncgen_hooks` and event loops set them.
_asyncgen_hooks = {}


def _set_asyncgen_hooks(firstiter, finalizer):
    thread = _thread_number()
    before = _asyncgen_hooks.get(thread, (None, None))
    _asyncgen_hooks[thread] = (firstiter, finalizer)
    return before


def _get_asyncgen_hooks():
    return _asyncgen_hooks.get(_thread_number(), (None, None))


def _asyncgen_begins(generator):
    if _asyncgen_hooks and not _generator_started(generator):
        firstiter = _asyncgen_hooks.get(_thread_number(), (None, None))[0]
        if firstiter is not None:
            firstiter(generator)


def aiter(async_iterable, /):
    method = _type_attr(type(async_iterable), '__aiter__')
    if method is None:
        raise TypeError(f"'{type(async_iterable).__name__}' object is not an async iterable")
    iterator = method(async_iterable)
    if _type_attr(type(iterator), '__anext__') is None:
        raise TypeError(f"aiter() returned not an async iterator of type '{type(iterator).__name__}'")
    return iterator


def anext(async_iterator, /, *default):
    method = _type_attr(type(async_iterator), '__anext__')
    if method is None:
        raise TypeError(f"'{type(async_iterator).__name__}' object is not an async iterator")
    if not default:
        return method(async_iterator)
    if len(default) > 1:
        raise TypeError(f"anext expected at most 2 arguments, got {len(default) + 1}")
    return _anext_or(method(async_iterator), default[0])


async def _anext_or(awaitable, default):
    try:
        return await awaitable
    except StopAsyncIteration:
        return default


def _anext_awaitable(anext, iterator):
    awaitable = anext(iterator)
    method = _type_attr(type(awaitable), '__await__')
    if method is None:
        raise TypeError(f"'async for' received an invalid object from __anext__: {type(awaitable).__name__}")
    if type(awaitable).__name__ == 'coroutine':
        return awaitable
    try:
        return method(awaitable)
    except BaseException as problem:
        raise TypeError(f"'async for' received an invalid object from __anext__: {type(awaitable).__name__}") from problem


class async_generator_asend:
    """One step of an async generator: drives its frame until it yields a value of its own or ends."""

    def __init__(self, generator, value=None, exc=None):
        self._generator = generator
        self._value = value
        self._exc = exc
        self._started = False
        self._done = False

    def __await__(self):
        return self

    def __iter__(self):
        return self

    def __next__(self):
        return self.send(None)

    def send(self, value):
        if self._done:
            raise RuntimeError("cannot reuse already awaited __anext__()/asend()")
        if not self._started:
            self._begin()
            if self._exc is not None:
                return self._step(_generator_throw, self._exc)
            if value is None:
                value = self._value
            _asyncgen_begins(self._generator)
        return self._step(_generator_send, value)

    def throw(self, exc, value=None, tb=None):
        if self._done:
            raise RuntimeError("cannot reuse already awaited __anext__()/asend()")
        if isinstance(exc, type):
            exc = exc() if value is None else exc(value)
        if not self._started:
            self._begin()
        return self._step(_generator_throw, exc)

    def _begin(self):
        if self._generator in _asyncgens_under_way:
            self._done = True
            raise RuntimeError("anext(): asynchronous generator is already running")
        self._started = True
        _asyncgens_under_way[self._generator] = None

    def _over(self):
        self._done = True
        _asyncgens_under_way.pop(self._generator, None)

    def _step(self, action, value):
        if _generator_finished(self._generator):
            self._over()
            if action is _generator_throw:
                raise value
            raise StopAsyncIteration
        try:
            result = action(self._generator, value)
        except BaseException:
            self._over()
            raise
        if isinstance(result, _AsyncYield):
            self._over()
            raise StopIteration(result.value)
        return result

    def close(self):
        if self._started:
            self._over()
        self._done = True


def _agen_anext(generator):
    return async_generator_asend(generator)


def _agen_asend(generator, value):
    return async_generator_asend(generator, value)


def _agen_athrow(generator, exc, value=None, tb=None):
    if isinstance(exc, type):
        exc = exc() if value is None else exc(value)
    return async_generator_asend(generator, None, exc)


class async_generator_athrow(async_generator_asend):
    """What aclose() gives. An exception that is thrown in before it has begun goes to the generator where it stands."""

    def send(self, value):
        if self._done:
            raise RuntimeError("cannot reuse already awaited aclose()/athrow()")
        if self._started:
            return self._step(_generator_send, value)
        if self._generator in _asyncgens_under_way:
            self._done = True
            raise RuntimeError("aclose(): asynchronous generator is already running")
        self._begin()
        return self._step(_generator_throw, GeneratorExit())

    def throw(self, exc, value=None, tb=None):
        if self._done:
            raise RuntimeError("cannot reuse already awaited aclose()/athrow()")
        return self._step(_generator_throw, exc)

    def _step(self, action, value):
        if not _generator_finished(self._generator):
            try:
                result = action(self._generator, value)
                if not isinstance(result, _AsyncYield):
                    return result
                raise RuntimeError("async generator ignored GeneratorExit")
            except (StopAsyncIteration, GeneratorExit):
                pass
            except BaseException:
                self._over()
                raise
        self._over()
        raise StopIteration


# -- patterns

def _match_keys(subject, keys):
    seen = []
    values = []
    missing = object()
    get = subject.get
    for key in keys:
        if key in seen:
            raise ValueError(f"mapping pattern checks duplicate key ({key!r})")
        seen.append(key)
        value = get(key, missing)
        if value is missing:
            return None
        values.append(value)
    return tuple(values)


_SELF_MATCHING = (bool, bytearray, bytes, dict, float, frozenset, int, list, set, str, tuple)


def _match_class(subject, cls, count, names):
    if not isinstance(cls, type):
        raise TypeError("called match pattern must be a type")
    if not isinstance(subject, cls):
        return None
    values = []
    seen = []
    if count:
        args = getattr(cls, '__match_args__', None)
        if args is None:
            if issubclass(cls, _SELF_MATCHING):
                if count > 1:
                    raise TypeError(f"{cls.__name__}() accepts 1 positional sub-pattern ({count} given)")
                values.append(subject)
                count = 0
            args = ()
        elif not isinstance(args, tuple):
            raise TypeError(f"{cls.__name__}.__match_args__ must be a tuple (got {type(args).__name__})")
        if count > len(args):
            plural = '' if len(args) == 1 else 's'
            raise TypeError(f"{cls.__name__}() accepts {len(args)} positional sub-pattern{plural} ({count} given)")
        for name in args[:count]:
            if not isinstance(name, str):
                raise TypeError(f"__match_args__ elements must be strings (got {type(name).__name__})")
            if name in seen:
                raise TypeError(f"{cls.__name__}() got multiple sub-patterns for attribute {name!r}")
            seen.append(name)
            try:
                values.append(getattr(subject, name))
            except AttributeError:
                return None
    for name in names:
        if name in seen:
            raise TypeError(f"{cls.__name__}() got multiple sub-patterns for attribute {name!r}")
        seen.append(name)
        try:
            values.append(getattr(subject, name))
        except AttributeError:
            return None
    return tuple(values)


def _dict_without(subject, keys):
    rest = {}
    for key in subject:
        if key not in keys:
            rest[key] = subject[key]
    return rest


# -- importing

def _import_module(name):
    prefix = ''
    for part in name.split('.'):
        prefix = prefix + '.' + part if prefix else part
        if _loaded_module(prefix) is None:
            _import_step(prefix)
    return _loaded_module(name)


def _import_builtin(name, fromlist):
    module = _import_module(name)
    if fromlist:
        return module
    return _loaded_module(name.partition('.')[0])


def _frame_of_traceback(tb):
    return _import_module('_frames')._frame_of(tb)


def _frame_of_generator(generator):
    return _import_module('_frames')._generator_frame(generator)


# -- threads

def _thread_main(func, args):
    """The outermost frame of every thread but the main one."""
    try:
        func(*args)
    except SystemExit:
        pass
    except BaseException as exc:
        text = _traceback_text(exc)
        _uncaught(text)
        _write(2, f"Unhandled exception in thread started by {func!r}\n" + text)


class Quitter:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Use {self.name}() or Ctrl-D (i.e. EOF) to exit"

    def __call__(self, code=None):
        raise SystemExit(code)


Quitter.__module__ = '_sitebuiltins'


def breakpoint(*args, **kwargs):
    return _import_module('sys').breakpointhook(*args, **kwargs)


def help(*args):
    """Prints what an object says of itself."""
    if args:
        thing = args[0]
        print(f"Help on {getattr(thing, '__name__', type(thing).__name__)}:\n\n{getattr(thing, '__doc__', None) or 'no documentation'}\n")


def _install():
    builtins = _loaded_module('builtins').__dict__
    builtins['__build_class__'] = __build_class__
    builtins['ExceptionGroup'] = ExceptionGroup
    builtins['aiter'] = aiter
    builtins['exit'] = Quitter('exit')
    builtins['quit'] = Quitter('quit')
    builtins['breakpoint'] = breakpoint
    builtins['help'] = help
    builtins['anext'] = anext
    builtins['exit'], builtins['quit'] = Quitter('exit'), Quitter('quit')



class member_descriptor:
    """A name of `__slots__`, as it is seen in the class. Instances are read and written without it."""

    def __get__(self, obj, owner=None, /):
        if obj is None:
            return self
        return object.__getattribute__(obj, self.__name__)

    def __set__(self, obj, value, /):
        object.__setattr__(obj, self.__name__, value)

    def __delete__(self, obj, /):
        object.__delattr__(obj, self.__name__)

    def __repr__(self):
        return f"<member {self.__name__!r} of {self.__objclass__.__name__!r} objects>"


member_descriptor.__module__ = 'builtins'


def _import_through_getattr(module, name):
    """`from module import name` where the module has a `__getattr__`."""
    try:
        return getattr(module, name)
    except AttributeError:
        pass
    file = getattr(module, '__file__', None) or 'unknown location'
    raise ImportError(f"cannot import name {name!r} from {module.__name__!r} ({file})", name=module.__name__)


def _through_descriptor(descriptor, receiver, /, *args, **kwargs):
    """A special method that a class keeps behind a descriptor of its own."""
    return type(descriptor).__get__(descriptor, receiver, type(receiver))(*args, **kwargs)


_install()
