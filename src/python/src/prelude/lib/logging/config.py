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


def _formatter(config):
    if '()' in config:
        factory = config['()']
        if isinstance(factory, str):
            factory = _resolve(factory)
        return factory(**{key: _converted(value) for key, value in config.items() if key != '()'})
    kind = _resolve(config['class']) if 'class' in config else logging.Formatter
    return kind(config.get('format'), config.get('datefmt'), config.get('style', '%'))


def _filter(config):
    if '()' in config:
        factory = config['()']
        if isinstance(factory, str):
            factory = _resolve(factory)
        return factory(**{key: _converted(value) for key, value in config.items() if key != '()'})
    return logging.Filter(config.get('name', ''))


def _set_up(logger, config, handlers, filters, incremental=False):
    level = config.get('level')
    if level is not None:
        logger.setLevel(level)
    if incremental:
        return
    for handler in logger.handlers[:]:
        logger.removeHandler(handler)
    for name in config.get('handlers', ()):
        logger.addHandler(handlers[name])
    for name in config.get('filters', ()):
        logger.addFilter(filters[name] if isinstance(name, str) else name)


def dictConfig(config):
    if 'version' not in config:
        raise ValueError("dictionary doesn't specify a version")
    if config['version'] != 1:
        raise ValueError(f"Unsupported version: {config['version']}")
    formatters = {}
    for name, entry in config.get('formatters', {}).items():
        try:
            formatters[name] = _formatter(entry)
        except Exception as problem:
            raise ValueError(f'Unable to configure formatter {name!r}') from problem
    filters = {}
    for name, entry in config.get('filters', {}).items():
        filters[name] = _filter(entry)
    handlers = {}
    waiting = dict(config.get('handlers', {}))
    for name, entry in sorted(waiting.items(), key=lambda item: 'target' in item[1]):
        entry = dict(entry)
        try:
            formatter = entry.pop('formatter', None)
            level = entry.pop('level', None)
            own_filters = entry.pop('filters', ())
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
            for own in own_filters:
                handler.addFilter(filters[own] if isinstance(own, str) else own)
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
        _set_up(logger, entry, handlers, filters)
        if entry.get('propagate') is not None:
            logger.propagate = entry['propagate']
    if 'root' in config:
        _set_up(logging.root, config['root'], handlers, filters)


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    raise NotImplementedError("logging.config.fileConfig is not supported here: use dictConfig")
