"""unittest.mock: objects that record how they are used, and patches that put them in place of others."""

import sys
from functools import wraps

__all__ = ['Mock', 'MagicMock', 'NonCallableMock', 'NonCallableMagicMock', 'AsyncMock', 'PropertyMock', 'patch', 'call',
           'sentinel', 'DEFAULT', 'ANY', 'create_autospec', 'mock_open', 'seal', 'FILTER_DIR']

FILTER_DIR = True


class _Sentinel:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'sentinel.{self.name}'


class _Sentinels:
    def __init__(self):
        self._known = {}

    def __getattr__(self, name):
        if name == '__bases__':
            raise AttributeError
        return self._known.setdefault(name, _Sentinel(name))


sentinel = _Sentinels()
DEFAULT = sentinel.DEFAULT
_missing = sentinel.MISSING


class _Any:
    """Equal to everything."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return '<ANY>'


ANY = _Any()


class _Call(tuple):
    """A call: name, positional and keyword arguments. Equal to tuples that say the same."""

    def __new__(cls, value=(), name='', parent=None, two=False, from_kall=True):
        args, kwargs, given = (), {}, name
        for part in value:
            if isinstance(part, str):
                given = part
            elif isinstance(part, tuple):
                args = part
            else:
                kwargs = part
        return tuple.__new__(cls, (args, kwargs) if two else (given, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._name, self._parent, self._from_kall = name, parent, from_kall

    def _parts(self):
        return ('', *self) if len(self) == 2 else tuple(self)

    def __eq__(self, other):
        if not isinstance(other, tuple):
            return NotImplemented
        mine = self._parts()
        theirs = _Call(other)._parts() if not isinstance(other, _Call) else other._parts()
        if len(self) == 2 or len(other) == 2 or not (mine[0] and theirs[0]):
            return mine[1:] == theirs[1:] and (not (mine[0] and theirs[0]) or mine[0] == theirs[0])
        return mine == theirs

    __ne__ = object.__ne__
    __hash__ = None

    def __call__(self, *args, **kwargs):
        if self._name is None:
            return _Call(('', args, kwargs), name='()')
        return _Call((self._name, args, kwargs), name=self._name + '()', parent=self)

    def __getattr__(self, attr):
        if attr.startswith('__'):
            raise AttributeError(attr)
        name = attr if self._name is None else f'{self._name}.{attr}'
        return _Call(name=name, parent=self, from_kall=False)

    @property
    def args(self):
        return self._parts()[1]

    @property
    def kwargs(self):
        return self._parts()[2]

    def __repr__(self):
        if not self._from_kall:
            name = self._name or 'call'
            return name if name.startswith('call') else f'call.{name}'
        name, args, kwargs = self._parts()
        shown = 'call' if not name else f'call.{name}' if not name.startswith('()') else f'call{name}'
        return f'{shown}({_arguments(args, kwargs)})'

    def call_list(self):
        found, item = [], self
        while item is not None:
            if item._from_kall:
                found.append(item)
            item = item._parent
        return _CallList(reversed(found))


def _arguments(args, kwargs):
    return ', '.join([*map(repr, args), *[f'{name}={value!r}' for name, value in kwargs.items()]])


call = _Call(from_kall=False)


class _CallList(list):
    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        size = len(value)
        return any(self[i:i + size] == value for i in range(len(self) - size + 1))

    def __repr__(self):
        from pprint import pformat
        return pformat(list(self))


_SETTINGS = ('return_value', 'side_effect')
_SPECIAL = ('lt gt le ge eq ne hash str sizeof enter exit len contains getitem setitem delitem iter next bool int float '
            'complex index add radd sub rsub mul rmul truediv rtruediv floordiv rfloordiv mod rmod pow rpow and rand or ror '
            'xor rxor lshift rlshift rshift rrshift neg pos abs invert iadd isub imul call reversed round trunc floor '
            'ceil matmul divmod aenter aexit aiter anext get set delete missing fspath').split()
_SPECIAL_NAMES = frozenset([f'__{name}__' for name in _SPECIAL])
_VALUES = {'__int__': 1, '__contains__': False, '__len__': 0, '__exit__': False, '__complex__': 1j, '__float__': 1.0,
           '__bool__': True, '__index__': 1}
_MAGIC = ('__enter__', '__exit__', '__len__', '__contains__', '__getitem__', '__setitem__', '__delitem__', '__iter__',
          '__bool__', '__int__', '__float__', '__index__', '__complex__', '__add__', '__sub__', '__mul__', '__truediv__',
          '__floordiv__', '__mod__', '__pow__', '__and__', '__or__', '__xor__', '__lshift__', '__rshift__', '__neg__',
          '__pos__', '__abs__', '__invert__', '__lt__', '__gt__', '__le__', '__ge__', '__iadd__', '__isub__', '__imul__',
          '__aenter__', '__aexit__', '__anext__', '__aiter__')


class InvalidSpecError(Exception):
    pass


class NonCallableMock:
    def __new__(cls, *args, **kwargs):
        # a class of its own, so that special methods can be set on one mock alone
        made = type(cls.__name__, (cls,), {'__doc__': cls.__doc__})
        return object.__new__(made)

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, **kwargs):
        put = self.__dict__
        put['_mock_parent'], put['_mock_name'], put['_mock_new_name'] = parent, name, ''
        put['_mock_children'], put['_mock_wraps'], put['_mock_sealed'] = {}, wraps, False
        put['_spec_set'] = spec_set is not None
        spec = spec if spec_set is None else spec_set
        put['_mock_methods'] = put['_spec_class'] = None
        if spec is not None:
            put['_mock_methods'] = list(spec) if isinstance(spec, (list, tuple)) else dir(spec)
            if not isinstance(spec, (list, tuple)):
                put['_spec_class'] = spec if isinstance(spec, type) else type(spec)
        put['_mock_return_value'], put['_mock_side_effect'] = kwargs.pop('return_value', DEFAULT), None
        put['_mock_delegate'] = None
        self._forget_calls()
        self._prepare()
        self.side_effect = kwargs.pop('side_effect', None)
        if kwargs:
            self.configure_mock(**kwargs)

    def _prepare(self):
        pass

    def _forget_calls(self):
        put = self.__dict__
        put['called'], put['call_count'], put['call_args'] = False, 0, None
        put['call_args_list'], put['method_calls'], put['mock_calls'] = _CallList(), _CallList(), _CallList()

    @property
    def __class__(self):
        spec = self.__dict__.get('_spec_class')
        return type(self) if spec is None else spec

    @property
    def return_value(self):
        value = self._mock_return_value
        if value is DEFAULT:
            value = self._mock_return_value = self._get_child_mock(parent=self, name='()')
        return value

    @return_value.setter
    def return_value(self, value):
        self.__dict__['_mock_return_value'] = value
        self._adopt(value, '()')

    @property
    def side_effect(self):
        return self.__dict__['_mock_side_effect']

    @side_effect.setter
    def side_effect(self, value):
        is_error = isinstance(value, BaseException) or isinstance(value, type) and issubclass(value, BaseException)
        if value is not None and not is_error and not callable(value):
            value = iter(value)
        self.__dict__['_mock_side_effect'] = value

    def _adopt(self, value, name):
        above = self
        while above is not None:
            if above is value:
                return
            above = above.__dict__['_mock_parent']
        if isinstance(value, NonCallableMock) and value.__dict__.get('_mock_parent') is None:
            if value.__dict__.get('_mock_name') is None:
                value.__dict__['_mock_parent'] = self
                value.__dict__['_mock_new_name'] = name

    def _get_child_mock(self, parent=None, name='', **kwargs):
        kind = next(cls for cls in type(self).__mro__[1:] if cls.__module__ == __name__)
        if issubclass(kind, PropertyMock):
            kind = MagicMock
        elif issubclass(kind, NonCallableMagicMock):
            kind = AsyncMock if issubclass(kind, AsyncMock) else MagicMock
        elif issubclass(kind, NonCallableMock):
            kind = Mock
        code = getattr(getattr(self.__dict__['_spec_class'], name, None), '__code__', None)
        if code is not None and code.co_flags & 0x80:
            # The spec has a coroutine function there.
            kind = AsyncMock
        child = kind(**kwargs)
        child.__dict__['_mock_parent'], child.__dict__['_mock_new_name'] = parent, name
        return child

    def __getattr__(self, name):
        if name in ('_mock_methods', '_mock_children', '_mock_parent') or '_mock_children' not in self.__dict__:
            raise AttributeError(name)
        children = self.__dict__['_mock_children']
        methods = self.__dict__['_mock_methods']
        if methods is not None and name not in methods:
            raise AttributeError(f'Mock object has no attribute {name!r}')
        if name.startswith('__') and name.endswith('__'):
            raise AttributeError(name)
        if name.lower().startswith(('assert', 'assret', 'asert', 'aseert', 'assrt')) and methods is None:
            raise AttributeError(f'{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to '
                                 f'be an attribute.')
        found = children.get(name)
        if found is _missing:
            raise AttributeError(name)
        if found is None:
            if self.__dict__['_mock_sealed']:
                raise AttributeError(f'mock.{name}')
            wrapped = self.__dict__['_mock_wraps']
            extra = {} if wrapped is None else {'wraps': getattr(wrapped, name)}
            found = children[name] = self._get_child_mock(parent=self, name=name, **extra)
        return found

    def __setattr__(self, name, value):
        if name in _SETTINGS:
            object.__setattr__(self, name, value)
            return
        if (self.__dict__.get('_spec_set') and self._mock_methods is not None and name not in self._mock_methods
                and name not in self.__dict__):
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if name in _SPECIAL_NAMES:
            self._set_special(name, value)
            return
        if isinstance(value, PropertyMock):
            type.__setattr__(type(self), name, value)
            return
        if name not in self.__dict__ and isinstance(value, NonCallableMock):
            self._adopt(value, name)
            self.__dict__['_mock_children'][name] = value
            return
        self.__dict__[name] = value

    def _set_special(self, name, value):
        owner = type(self)
        if isinstance(value, NonCallableMock):
            self._adopt(value, name)
            self.__dict__['_mock_children'][name] = value
            setattr(owner, name, lambda self, *args, **kwargs: value(*args, **kwargs))
        else:
            self.__dict__['_mock_children'][name] = value
            setattr(owner, name, value)

    def __delattr__(self, name):
        if name in self.__dict__:
            del self.__dict__[name]
        self.__dict__['_mock_children'][name] = _missing

    def __dir__(self):
        shown = set(self.__dict__.get('_mock_methods') or object.__dir__(self))
        shown |= {name for name, child in self._mock_children.items() if child is not _missing}
        return sorted([name for name in shown if not name.startswith('_mock')])

    def configure_mock(self, **kwargs):
        for path, value in sorted(kwargs.items(), key=lambda pair: pair[0].count('.')):
            *before, last = path.split('.')
            target = self
            for part in before:
                target = getattr(target, part)
            setattr(target, last, value)

    def attach_mock(self, mock, attribute):
        mock.__dict__['_mock_parent'], mock.__dict__['_mock_name'] = None, None
        setattr(self, attribute, mock)

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        self._forget_calls()
        if return_value:
            self.__dict__['_mock_return_value'] = DEFAULT
        if side_effect:
            self.__dict__['_mock_side_effect'] = None
        for child in [*self._mock_children.values(), self._mock_return_value]:
            if isinstance(child, NonCallableMock):
                child.reset_mock(visited)

    def mock_add_spec(self, spec, spec_set=False):
        self.__dict__['_mock_methods'] = list(spec) if isinstance(spec, (list, tuple)) else dir(spec)
        self.__dict__['_spec_set'] = spec_set

    # what was called

    def _full_name(self, default='mock'):
        names, item = [], self
        while item is not None:
            names.append(item.__dict__['_mock_new_name'] or '')
            parent = item.__dict__['_mock_parent']
            if parent is None:
                break
            item = parent
        text = item.__dict__['_mock_name'] or default
        for name in reversed(names):
            text += name if name == '()' or not name else f'.{name}'
        return text

    def __repr__(self):
        kind = type(self).__name__
        name = self._full_name('')
        if self.__dict__.get('_mock_parent') is not None:
            name = self._full_name()
        shown = f' name={name!r}' if name else ''
        spec = self.__dict__.get('_spec_class')
        if spec is not None:
            shown += f' spec{"_set" if self._spec_set else ""}={spec.__name__!r}'
        return f"<{kind}{shown} id='{id(self)}'>"

    def _record(self, args, kwargs):
        this = _Call((args, kwargs), two=True)
        put = self.__dict__
        put['called'] = True
        put['call_count'] += 1
        put['call_args'] = this
        put['call_args_list'].append(this)
        put['mock_calls'].append(_Call(('', args, kwargs)))
        name, item, plain = put['_mock_new_name'], put['_mock_parent'], '()' not in (put['_mock_new_name'] or '')
        while item is not None:
            if plain and name:
                item.method_calls.append(_Call((name, args, kwargs)))
            item.mock_calls.append(_Call((name, args, kwargs)))
            own = item.__dict__['_mock_new_name']
            if own:
                if own == '()':
                    plain = False
                name = own + name if name.startswith('()') or not name else f'{own}.{name}'
            item = item.__dict__['_mock_parent']

    def _outcome(self, args, kwargs):
        effect = self.__dict__['_mock_side_effect']
        if effect is not None:
            if isinstance(effect, BaseException) or isinstance(effect, type) and issubclass(effect, BaseException):
                raise effect
            if callable(effect):
                result = effect(*args, **kwargs)
            else:
                result = next(effect)
                if isinstance(result, BaseException) or isinstance(result, type) and issubclass(result, BaseException):
                    raise result
            if result is not DEFAULT:
                return result
        if self._mock_return_value is not DEFAULT:
            return self.return_value
        if self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value

    def _fail(self, words):
        raise AssertionError(words)

    def _name(self):
        new = self.__dict__['_mock_new_name']
        return self.__dict__['_mock_name'] or (new if new and new != '()' else None) or 'mock'

    def _show(self, kall):
        return f'{self._name()}({_arguments(kall[-2], kall[-1])})'

    def _listed(self, prefix='Calls'):
        return f'\n{prefix}: {list(self.mock_calls)!r}.' if self.mock_calls else ''

    def assert_called(self):
        if not self.call_count:
            self._fail(f"Expected '{self._name()}' to have been called.")

    def assert_not_called(self):
        if self.call_count:
            self._fail(f"Expected '{self._name()}' to not have been called. Called {self.call_count} times."
                       f'{self._listed()}')

    def assert_called_once(self):
        if self.call_count != 1:
            self._fail(f"Expected '{self._name()}' to have been called once. Called {self.call_count} times."
                       f'{self._listed()}')

    def assert_called_with(self, /, *args, **kwargs):
        expected = _Call((args, kwargs), two=True)
        if self.call_args is None:
            self._fail(f'expected call not found.\nExpected: {self._show(expected)}\n  Actual: not called.')
        if expected != self.call_args:
            self._fail(f'expected call not found.\nExpected: {self._show(expected)}\n'
                       f'  Actual: {self._show(self.call_args)}')

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            self._fail(f"Expected '{self._name()}' to be called once. Called {self.call_count} times."
                       f'{self._listed()}')
        self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        expected = _Call((args, kwargs), two=True)
        if not any(expected == actual for actual in self.call_args_list):
            self._fail(f'{self._show(expected)} call not found')

    def assert_has_calls(self, calls, any_order=False):
        expected = [kall if isinstance(kall, _Call) else _Call(kall) for kall in calls]
        actual = list(self.mock_calls)
        if not any_order:
            if expected not in _CallList(actual):
                self._fail(f'Calls not found.\nExpected: {_CallList(expected)!r}{self._listed("Actual")}')
            return
        missing = []
        for kall in expected:
            if kall in actual:
                actual.remove(kall)
            else:
                missing.append(kall)
        if missing:
            self._fail(f'{tuple(missing)!r} not all found in call list, {self.mock_calls!r} instead')


class CallableMixin:
    def __call__(self, /, *args, **kwargs):
        self._record(args, kwargs)
        return self._outcome(args, kwargs)


class Mock(CallableMixin, NonCallableMock):
    pass


class _Magic:
    """A special method that becomes a mock of its own at its first use."""

    def __init__(self, name):
        self.name = name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        children = instance.__dict__['_mock_children']
        if self.name not in children:
            children[self.name] = _prepared(instance, self.name)
        return children[self.name]


async def _given(values):
    for value in values:
        yield value


def _prepared(instance, name):
    if name in ('__aenter__', '__aexit__', '__anext__'):
        child = AsyncMock()
        child.__dict__['_mock_parent'], child.__dict__['_mock_new_name'] = instance, name
        if name == '__aexit__':
            child.__dict__['_mock_return_value'] = False
        return child
    child = instance._get_child_mock(parent=instance, name=name)
    if name in _VALUES:
        child.__dict__['_mock_return_value'] = _VALUES[name]
    elif name in ('__lt__', '__gt__', '__le__', '__ge__'):
        child.__dict__['_mock_return_value'] = NotImplemented
    elif name in ('__iadd__', '__isub__', '__imul__'):
        child.__dict__['_mock_return_value'] = instance
    elif name in ('__iter__', '__aiter__'):
        give = iter if name == '__iter__' else _given
        if name == '__aiter__' and isinstance(child, AsyncMock):
            child = MagicMock()

        def fresh():
            value = child.__dict__['_mock_return_value']
            return give([] if value is DEFAULT else value)
        child.side_effect = fresh
    return child


class NonCallableMagicMock(NonCallableMock):
    def __hash__(self):
        return object.__hash__(self)


class MagicMock(CallableMixin, NonCallableMagicMock):
    pass


for _name in _MAGIC:
    setattr(NonCallableMagicMock, _name, _Magic(_name))


class AsyncMock(NonCallableMagicMock):
    """A mock whose call gives a coroutine."""

    _is_coroutine_mark = True

    @property
    def _is_coroutine(self):
        # What `asyncio.iscoroutinefunction` looks for.
        from asyncio.coroutines import _is_coroutine
        return _is_coroutine

    def _prepare(self):
        self.__dict__['await_count'], self.__dict__['await_args'] = 0, None
        self.__dict__['await_args_list'] = _CallList()

    async def __call__(self, /, *args, **kwargs):
        self._record(args, kwargs)
        put = self.__dict__
        put['await_count'] += 1
        put['await_args'] = _Call((args, kwargs), two=True)
        put['await_args_list'].append(put['await_args'])
        result = self._outcome(args, kwargs)
        if hasattr(result, '__await__') and not isinstance(result, NonCallableMock):
            result = await result
        return result

    def assert_awaited(self):
        if not self.await_count:
            self._fail(f'Expected {self._name()} to have been awaited.')

    def assert_awaited_once(self):
        if self.await_count != 1:
            self._fail(f'Expected {self._name()} to have been awaited once. Awaited {self.await_count} times.')

    def assert_awaited_with(self, /, *args, **kwargs):
        expected = _Call((args, kwargs), two=True)
        if self.await_args is None:
            self._fail(f'Expected await: {self._show(expected)}\nNot awaited')
        if expected != self.await_args:
            self._fail(f'expected await not found.\nExpected: {self._show(expected)}\n'
                       f'Actual: {self._show(self.await_args)}')

    def assert_awaited_once_with(self, /, *args, **kwargs):
        self.assert_awaited_once()
        self.assert_awaited_with(*args, **kwargs)

    def assert_not_awaited(self):
        if self.await_count:
            self._fail(f'Expected {self._name()} to not have been awaited. Awaited {self.await_count} times.')


class PropertyMock(Mock):
    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, value):
        self(value)


# -- patches

def _imported(path):
    parts = path.split('.')
    found = __import__(parts[0])
    for i, part in enumerate(parts[1:], 1):
        if not hasattr(found, part):
            __import__('.'.join(parts[:i + 1]))
        found = getattr(found, part)
    return found


class _patch:
    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs):
        if new_callable is not None and new is not DEFAULT:
            raise ValueError("Cannot use 'new' and 'new_callable' together")
        self.getter, self.attribute, self.new, self.create = getter, attribute, new, create
        self.spec, self.spec_set, self.autospec = spec, spec_set, autospec
        self.new_callable, self.kwargs, self.more = new_callable, kwargs, []
        self.attribute_name = None

    def copy(self):
        twin = _patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec,
                      self.new_callable, self.kwargs)
        twin.more, twin.attribute_name = [patching.copy() for patching in self.more], self.attribute_name
        return twin

    def __call__(self, func):
        if isinstance(func, type):
            for name in dir(func):
                if name.startswith(patch.TEST_PREFIX) and callable(getattr(func, name)):
                    setattr(func, name, self.copy()(getattr(func, name)))
            return func
        if hasattr(func, 'patchings'):
            func.patchings.append(self)
            return func

        if getattr(func, '__code__', None) is not None and getattr(func.__code__, 'co_flags', 0) & 0x80:
            @wraps(func)
            async def patched(*args, **keywords):
                entered, extra = self._enter_all(patched.patchings, keywords)
                try:
                    return await func(*args, *extra, **keywords)
                finally:
                    self._leave_all(entered)
        else:
            @wraps(func)
            def patched(*args, **keywords):
                entered, extra = self._enter_all(patched.patchings, keywords)
                try:
                    return func(*args, *extra, **keywords)
                finally:
                    self._leave_all(entered)
        patched.patchings = [self]
        return patched

    @staticmethod
    def _enter_all(patchings, keywords):
        entered, extra = [], []
        try:
            for patching in patchings:
                value = patching.__enter__()
                entered.append(patching)
                if patching.attribute_name is not None:
                    keywords.update(value)
                elif patching.new is DEFAULT:
                    extra.append(value)
        except BaseException:
            _patch._leave_all(entered)
            raise
        return entered, extra

    @staticmethod
    def _leave_all(entered):
        for patching in reversed(entered):
            patching.__exit__(*sys.exc_info())

    def _original(self):
        target, name = self.target, self.attribute
        try:
            own = target.__dict__
        except AttributeError:
            own = {}
        if name in own:
            return own[name], True
        found = getattr(target, name, DEFAULT)
        if found is DEFAULT and not self.create and not (name in dir(__import__('builtins')) and isinstance(
                target, type(sys))):
            raise AttributeError(f'{target} does not have the attribute {name!r}')
        return found, False

    def __enter__(self):
        self.target = self.getter()
        self.original, self.local = self._original()
        new = self.new
        if new is DEFAULT and not self.autospec:
            is_async = getattr(getattr(self.original, '__code__', None), 'co_flags', 0) & 0x80
            kind = self.new_callable or (AsyncMock if is_async else MagicMock)
            extra = dict(self.kwargs)
            for key, value in (('spec', self.spec), ('spec_set', self.spec_set)):
                if value is not None:
                    extra[key] = self.original if value is True else value
            if isinstance(kind, type) and issubclass(kind, NonCallableMock) and self.attribute:
                extra.setdefault('name', self.attribute)
            new = kind(**extra)
        elif self.autospec:
            new = create_autospec(self.original if self.autospec is True else self.autospec, _name=self.attribute,
                                  **self.kwargs)
        elif self.kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        setattr(self.target, self.attribute, new)
        self.entered = []
        if self.attribute_name is not None:
            values = {self.attribute_name: new}
            for patching in self.more:
                value = patching.__enter__()
                self.entered.append(patching)
                if patching.new is DEFAULT:
                    values.update(value)
            return values
        return new

    def __exit__(self, *info):
        for patching in reversed(self.entered):
            patching.__exit__(*info)
        if self.local and self.original is not DEFAULT:
            setattr(self.target, self.attribute, self.original)
        else:
            delattr(self.target, self.attribute)
            if not self.create and (not hasattr(self.target, self.attribute)):
                setattr(self.target, self.attribute, self.original)
        return False

    def start(self):
        result = self.__enter__()
        _active.append(self)
        return result

    def stop(self):
        if self not in _active:
            return None
        _active.remove(self)
        return self.__exit__(None, None, None)


_active = []


def _target(path):
    try:
        target, attribute = path.rsplit('.', 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f'Need a valid target to patch. You supplied: {path!r}') from None
    return (lambda: _imported(target)), attribute


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    getter, attribute = _target(target)
    return _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None,
                  new_callable=None, **kwargs):
    if isinstance(target, str):
        raise TypeError(f'{target!r} must be the actual object to be patched, not a str')
    return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    getter = (lambda: _imported(target)) if isinstance(target, str) else (lambda: target)
    if not kwargs:
        raise ValueError('Must supply at least one keyword argument with patch.multiple')
    first = None
    for attribute, new in kwargs.items():
        patching = _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, {})
        patching.attribute_name = attribute
        if first is None:
            first = patching
        else:
            first.more.append(patching)
    return first


class _patch_dict:
    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict, self.values, self.clear = in_dict, {**dict(values), **kwargs}, clear

    def __call__(self, func):
        if isinstance(func, type):
            for name in dir(func):
                if name.startswith(patch.TEST_PREFIX) and callable(getattr(func, name)):
                    setattr(func, name, _patch_dict(self.in_dict, self.values, self.clear)(getattr(func, name)))
            return func

        @wraps(func)
        def patched(*args, **kwargs):
            with self:
                return func(*args, **kwargs)
        return patched

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _imported(self.in_dict)
        self._before = dict(self.in_dict.items())
        if self.clear:
            self.in_dict.clear()
        self.in_dict.update(self.values)
        return self.in_dict

    def __exit__(self, *info):
        self.in_dict.clear()
        self.in_dict.update(self._before)
        return False

    def start(self):
        result = self.__enter__()
        _active.append(self)
        return result

    def stop(self):
        if self in _active:
            _active.remove(self)
            self.__exit__(None, None, None)


def _stopall():
    for patching in reversed(list(_active)):
        patching.stop()


patch.object, patch.multiple, patch.dict, patch.stopall = _patch_object, _patch_multiple, _patch_dict, _stopall
patch.TEST_PREFIX = 'test'


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, **kwargs):
    """A mock with the attributes of `spec`; a function's is called with its parameters alone."""
    if isinstance(spec, type(create_autospec)):
        mock = MagicMock(name=_name or spec.__name__, **kwargs)

        def checked(*args, **kw):
            _bind(spec, args, kw)
            return mock(*args, **kw)
        checked.mock = mock
        checked.__name__ = spec.__name__
        for name in ('assert_called', 'assert_called_with', 'assert_called_once', 'assert_called_once_with',
                     'assert_any_call', 'assert_has_calls', 'assert_not_called', 'reset_mock'):
            setattr(checked, name, getattr(mock, name))
        checked.return_value = mock.return_value
        return checked
    made = MagicMock(spec=None if spec_set else spec, spec_set=spec if spec_set else None, name=_name, **kwargs)
    if isinstance(spec, type) and not instance:
        made.return_value = create_autospec(spec, spec_set, True, _name='()')
    return made


def _bind(function, args, kwargs):
    code = function.__code__
    names = code.co_varnames[:code.co_argcount]
    flags = code.co_flags
    if len(args) > len(names) and not flags & 4:
        raise TypeError('too many positional arguments')
    known = set(names) | set(code.co_varnames[code.co_argcount:code.co_argcount + code.co_kwonlyargcount])
    for name in kwargs:
        if name not in known and not flags & 8:
            raise TypeError(f'got an unexpected keyword argument {name!r}')
        if name in names[:len(args)]:
            raise TypeError(f'multiple values for argument {name!r}')
    optional = names[len(names) - len(function.__defaults__ or ()):]
    for name in names[len(args):]:
        if name not in kwargs and name not in optional:
            raise TypeError(f'missing a required argument: {name!r}')


def mock_open(mock=None, read_data=''):
    if mock is None:
        mock = MagicMock(name='open')
    handle = MagicMock()
    from io import BytesIO, StringIO
    state = {}

    def start(*args, **kwargs):
        state['file'] = BytesIO(read_data) if isinstance(read_data, bytes) else StringIO(read_data)
        return DEFAULT

    start()
    handle.__enter__.return_value = handle
    handle.read.side_effect = lambda *args: state['file'].read(*args)
    handle.readline.side_effect = lambda *args: state['file'].readline(*args)
    handle.readlines.side_effect = lambda *args: state['file'].readlines(*args)
    handle.__iter__.side_effect = lambda: iter(state['file'])
    handle.write.return_value = None
    mock.side_effect = start
    mock.return_value = handle
    return mock


def seal(mock):
    mock.__dict__['_mock_sealed'] = True
    for child in mock._mock_children.values():
        if isinstance(child, NonCallableMock):
            seal(child)
