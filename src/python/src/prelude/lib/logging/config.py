"""logging.config: loggers from a dict."""

import io
import logging
import logging.handlers
import sys


def _resolve(name):
    parts = name.split('.')
    found = __import__(parts[0])
    done = parts[0]
    for part in parts[1:]:
        done += '.' + part
        try:
            found = getattr(found, part)
        except AttributeError:
            __import__(done)
            found = getattr(found, part)
    return found


def _converted(value):
    if isinstance(value, str) and value.startswith('ext://'):
        return _resolve(value[6:])
    return value


def _attributes(config):
    return {key: _converted(value) for key, value in config.items() if key.isidentifier()}


def _made(config, name_of_text=None):
    """What the factory under '()' makes of the other entries; those under '.' become attributes."""
    config = dict(config)
    factory = config.pop('()')
    if isinstance(factory, str):
        factory = _resolve(factory)
    own = config.pop('.', {})
    given = _attributes(config)
    try:
        made = factory(**given)
    except TypeError as problem:
        if name_of_text is None or "'format'" not in str(problem):
            raise
        # As formatters are made, it has another name.
        given[name_of_text] = given.pop('format')
        made = factory(**given)
    for key, value in own.items():
        setattr(made, key, _converted(value))
    return made


def _formatter(config):
    if '()' in config:
        return _made(config, 'fmt')
    kind = config.get('class', logging.Formatter)
    kind = _resolve(kind) if isinstance(kind, str) else kind
    more = {key: config[key] for key in ('validate',) if key in config}
    return kind(config.get('format'), config.get('datefmt'), config.get('style', '%'), **more)


def _filter(config):
    return _made(config) if '()' in config else logging.Filter(config.get('name', ''))


def _add_filters(filterer, named, filters):
    for item in named:
        found = filters[item] if isinstance(item, str) else item
        if not callable(found) and not callable(getattr(found, 'filter', None)):
            raise TypeError('filter is neither a callable nor has it a method `filter`')
        filterer.addFilter(found)


def _set_up(logger, config, handlers, filters, incremental=False):
    level = config.get('level')
    if level is not None:
        logger.setLevel(level)
    if incremental:
        return
    for handler in logger.handlers[:]:
        logger.removeHandler(handler)
    for name in config.get('handlers') or ():
        logger.addHandler(handlers[name])
    _add_filters(logger, config.get('filters') or (), filters)


def dictConfig(config):
    if 'version' not in config:
        raise ValueError("dictionary doesn't specify a version")
    if config['version'] != 1:
        raise ValueError(f"Unsupported version: {config['version']}")
    if config.get('incremental', False):
        _adjust(config)
        return
    formatters = {}
    for name, entry in config.get('formatters', {}).items():
        try:
            formatters[name] = _formatter(entry)
        except Exception as problem:
            raise ValueError(f'Unable to configure formatter {name!r}') from problem
    filters = {}
    for name, entry in config.get('filters', {}).items():
        try:
            filters[name] = _filter(entry)
        except Exception as problem:
            raise ValueError(f'Unable to configure filter {name!r}') from problem
    handlers = {}
    waiting = dict(config.get('handlers', {}))
    for name, entry in sorted(waiting.items(), key=lambda item: 'target' in item[1]):
        entry = dict(entry)
        try:
            formatter = entry.pop('formatter', None)
            level = entry.pop('level', None)
            own_filters = entry.pop('filters', None) or ()
            own = entry.pop('.', {})
            factory = entry.pop('()', None) or entry.pop('class')
            if isinstance(factory, str):
                factory = _resolve(factory)
            if 'target' in entry and isinstance(entry['target'], str):
                entry['target'] = handlers[entry['target']]
            handler = factory(**_attributes(entry))
            if formatter:
                handler.setFormatter(formatters[formatter])
            if level is not None:
                handler.setLevel(level)
            _add_filters(handler, own_filters, filters)
            for key, value in own.items():
                setattr(handler, key, _converted(value))
            handler.name = name
            handlers[name] = handler
        except Exception as problem:
            raise ValueError(f'Unable to configure handler {name!r}') from problem
    disable = config.get('disable_existing_loggers', True)
    named = config.get('loggers', {})
    if disable:
        for name, logger in logging.root.manager.loggerDict.items():
            if isinstance(logger, logging.Logger) and name not in named:
                if not any(name.startswith(above + '.') for above in named):
                    logger.disabled = True
    for name, entry in named.items():
        logger = logging.getLogger(name)
        logger.disabled = False
        try:
            _set_up(logger, entry, handlers, filters)
        except Exception as problem:
            raise ValueError(f'Unable to configure logger {name!r}') from problem
        if entry.get('propagate') is not None:
            logger.propagate = entry['propagate']
    if 'root' in config:
        try:
            _set_up(logging.root, config['root'], handlers, filters)
        except Exception as problem:
            raise ValueError('Unable to configure root logger') from problem


def _adjust(config):
    """Only the levels of what is there already, and what loggers pass on."""
    for name, entry in config.get('handlers', {}).items():
        handler = logging.getHandlerByName(name)
        if handler is None:
            raise ValueError(f'No handler found with name {name!r}')
        if entry.get('level') is not None:
            handler.setLevel(entry['level'])
    for name, entry in config.get('loggers', {}).items():
        logger = logging.getLogger(name)
        _set_up(logger, entry, {}, {}, True)
        if entry.get('propagate') is not None:
            logger.propagate = entry['propagate']
    _set_up(logging.root, config.get('root', {}), {}, {}, True)


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    raise NotImplementedError("logging.config.fileConfig is not supported here: use dictConfig")
