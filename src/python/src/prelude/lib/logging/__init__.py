"""logging, as concurrent programs use it. Handlers write under a real lock, which the trace shows."""

import io
import os
import sys
import threading
import time
import traceback
import warnings
import weakref
from string import Formatter as StrFormatter, Template

from _frames import _stack

__all__ = ['BASIC_FORMAT', 'BufferingFormatter', 'CRITICAL', 'DEBUG', 'ERROR', 'FATAL', 'FileHandler', 'Filter', 'Formatter',
           'Handler', 'INFO', 'LogRecord', 'Logger', 'LoggerAdapter', 'NOTSET', 'NullHandler', 'StreamHandler', 'WARN',
           'WARNING', 'addLevelName', 'basicConfig', 'captureWarnings', 'critical', 'debug', 'disable', 'error', 'exception',
           'fatal', 'getLevelName', 'getLogger', 'getLoggerClass', 'info', 'log', 'makeLogRecord', 'setLoggerClass',
           'shutdown', 'warn', 'warning', 'getLogRecordFactory', 'setLogRecordFactory', 'lastResort', 'raiseExceptions',
           'getLevelNamesMapping']

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0
raiseExceptions = True
logThreads = logProcesses = logMultiprocessing = True
_startTime = time.time()
_levelToName = {50: 'CRITICAL', 40: 'ERROR', 30: 'WARNING', 20: 'INFO', 10: 'DEBUG', 0: 'NOTSET'}
_nameToLevel = {'CRITICAL': 50, 'FATAL': 50, 'ERROR': 40, 'WARN': 30, 'WARNING': 30, 'INFO': 20, 'DEBUG': 10, 'NOTSET': 0}
_new_lock = threading.RLock
_lock = _new_lock()
# Handlers by name, and all of them in the order they were made.
_handlers, _handlerList = {}, []


def _acquireLock():
    _lock.acquire()


def _releaseLock():
    _lock.release()


def getLevelNamesMapping():
    return dict(_nameToLevel)


def getLevelName(level):
    for table in (_levelToName, _nameToLevel):
        if level in table:
            return table[level]
    return f'Level {level}'


def addLevelName(level, levelName):
    with _lock:
        _nameToLevel[levelName], _levelToName[level] = level, levelName


def _checkLevel(level):
    if not isinstance(level, int):
        if level != str(level):
            raise TypeError(f'Level not an integer or a valid string: {level!r}')
        try:
            return _nameToLevel[level]
        except KeyError:
            raise ValueError(f'Unknown level: {level!r}') from None
    return level


class LogRecord:
    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs):
        now = time.time()
        self.name = name
        self.msg = msg
        # one dict alone is what the names in the message refer to
        if args and len(args) == 1 and isinstance(args[0], dict) and args[0]:
            args = args[0]
        self.args = args
        self.levelname, self.levelno = getLevelName(level), level
        self.pathname = pathname
        try:
            self.filename = file = os.path.basename(pathname)
            self.module, _ = os.path.splitext(file)
        except TypeError:
            self.filename, self.module = pathname, 'Unknown module'
        self.exc_info = exc_info
        self.exc_text = None
        self.stack_info = sinfo
        self.lineno = lineno
        self.funcName = func
        self.created = now
        self.msecs = int((now - int(now)) * 1000) + 0.0
        self.relativeCreated = (now - _startTime) * 1000
        self.thread = self.threadName = self.processName = self.process = None
        if logThreads:
            thread = threading.current_thread()
            self.thread, self.threadName = thread.ident, thread.name
        if logMultiprocessing:
            self.processName = _process_name()
        if logProcesses:
            pid = os.getpid()
            self.process = pid

    def __repr__(self):
        return f'<LogRecord: {self.name}, {self.levelno}, {self.pathname}, {self.lineno}, "{self.msg}">'

    def getMessage(self):
        text = str(self.msg)
        if self.args:
            text = text % self.args
        return text


def _process_name():
    processes = sys.modules.get('multiprocessing')
    # Half loaded, it has none yet.
    current = getattr(processes, 'current_process', None)
    return 'MainProcess' if current is None else current().name


_logRecordFactory = LogRecord


def getLogRecordFactory():
    return _logRecordFactory


def setLogRecordFactory(factory):
    global _logRecordFactory
    _logRecordFactory = factory


def makeLogRecord(dict):
    record = _logRecordFactory(None, None, '', 0, '', (), None, None)
    vars(record).update(dict)
    return record


# -- formatting

class PercentStyle:
    default_format, asctime_format, asctime_search = '%(message)s', '%(asctime)s', '%(asctime)'

    def __init__(self, fmt, *, defaults=None):
        self._defaults = defaults
        self._fmt = fmt if fmt else self.default_format

    def usesTime(self):
        return self.asctime_search in self._fmt

    def validate(self):
        at = self._fmt.find('%(')
        if at < 0 or ')' not in self._fmt[at:]:
            raise ValueError(f"Invalid format '{self._fmt}' for '{self.default_format[0]}' style")

    def _values(self, record):
        return {**self._defaults, **record.__dict__} if self._defaults else record.__dict__

    def _format(self, record):
        return self._fmt % self._values(record)

    def format(self, record):
        try:
            return self._format(record)
        except KeyError as problem:
            raise ValueError(f'Formatting field not found in record: {problem}') from problem


class StrFormatStyle(PercentStyle):
    default_format, asctime_format, asctime_search = '{message}', '{asctime}', '{asctime'

    def _format(self, record):
        return self._fmt.format(**self._values(record))

    def validate(self):
        if '{' not in self._fmt:
            raise ValueError('invalid format: no fields')


class StringTemplateStyle(PercentStyle):
    default_format, asctime_format, asctime_search = '${message}', '${asctime}', '${asctime}'

    def usesTime(self):
        return '$asctime' in self._fmt or self.asctime_search in self._fmt

    def validate(self):
        if '$' not in self._fmt:
            raise ValueError('invalid format: no fields')

    def _format(self, record):
        return Template(self._fmt).substitute(**self._values(record))


BASIC_FORMAT = '%(levelname)s:%(name)s:%(message)s'
_STYLES = {'%': (PercentStyle, BASIC_FORMAT), '{': (StrFormatStyle, '{levelname}:{name}:{message}'),
           '$': (StringTemplateStyle, '${levelname}:${name}:${message}')}


class Formatter:
    default_time_format, default_msec_format = '%Y-%m-%d %H:%M:%S', '%s,%03d'
    # From seconds to the parts of a date.
    converter = time.localtime

    def __init__(self, fmt=None, datefmt=None, style='%', validate=True, *, defaults=None):
        if style not in _STYLES:
            raise ValueError(f"Style must be one of: {','.join(_STYLES)}")
        self.datefmt = datefmt
        chosen, _ = _STYLES[style]
        self._style = written = chosen(fmt, defaults=defaults)
        if validate:
            written.validate()
        self._fmt = written._fmt

    def formatTime(self, record, datefmt=None):
        # built-in functions in CPython, which bind to nothing
        unbound = type(self).converter in (time.localtime, time.gmtime) and 'converter' not in self.__dict__
        moment = (type(self).converter if unbound else self.converter)(record.created)
        if datefmt:
            return time.strftime(datefmt, moment)
        seconds = time.strftime(self.default_time_format, moment)
        fraction = self.default_msec_format
        return fraction % (seconds, record.msecs) if fraction else seconds

    def formatException(self, ei):
        text = ''.join(traceback.format_exception(ei[0], ei[1], ei[2]))
        return text[:-1] if text.endswith('\n') else text

    def usesTime(self):
        return self._style.usesTime()

    def formatMessage(self, record):
        return self._style.format(record)

    def formatStack(self, stack_info):
        return stack_info

    def format(self, record):
        message = record.message = record.getMessage()
        if self.usesTime():
            when = self.formatTime(record, self.datefmt)
            record.asctime = when
        message = self.formatMessage(record)
        # Made once for all handlers.
        if not record.exc_text and record.exc_info:
            trace = self.formatException(record.exc_info)
            record.exc_text = trace
        if record.exc_text:
            message = _on_a_line(message) + record.exc_text
        if record.stack_info:
            message = _on_a_line(message) + self.formatStack(record.stack_info)
        return message


def _on_a_line(text):
    return text if text[-1:] == '\n' else text + '\n'


_plain = Formatter()


class BufferingFormatter:
    def __init__(self, linefmt=None):
        self.linefmt = linefmt or _plain

    def formatHeader(self, records):
        return ''

    def formatFooter(self, records):
        return ''

    def format(self, records):
        if not records:
            return ''
        return self.formatHeader(records) + ''.join(self.linefmt.format(r) for r in records) + self.formatFooter(records)


class Filter:
    def __init__(self, name=''):
        self.name = name
        self.nlen = len(name)

    def filter(self, record):
        return not self.name or record.name == self.name or record.name.startswith(self.name + '.')


def _add(things, thing):
    if thing not in things:
        things.append(thing)


def _remove(things, thing):
    if thing in things:
        things.remove(thing)


class Filterer:
    def __init__(self):
        self.filters = []

    def addFilter(self, filter):
        _add(self.filters, filter)

    def removeFilter(self, filter):
        _remove(self.filters, filter)

    def filter(self, record):
        for test in self.filters:
            wanted = test.filter(record) if hasattr(test, 'filter') else test(record)
            if not wanted:
                return False
        return True


# -- handlers

class Handler(Filterer):
    def __init__(self, level=NOTSET):
        super().__init__()
        self.setLevel(level)
        self._name = self.formatter = None
        self._closed = False
        _handlerList.append(self)
        self.createLock()

    def setLevel(self, level):
        number = _checkLevel(level)
        self.level = number

    def set_name(self, name):
        with _lock:
            # The old one is free again.
            _handlers.pop(self._name, None)
            if name:
                _handlers[name] = self
            self._name = name

    def get_name(self):
        return self._name

    @property
    def name(self):
        return self.get_name()

    @name.setter
    def name(self, name):
        self.set_name(name)

    def createLock(self):
        self.lock = _new_lock()

    def release(self):
        lock = self.lock
        if lock:
            lock.release()

    def acquire(self):
        lock = self.lock
        if lock:
            lock.acquire()

    def format(self, record):
        writer = self.formatter or _plain
        return writer.format(record)

    def emit(self, record):
        raise NotImplementedError('emit must be implemented by Handler subclasses')

    def handle(self, record):
        wanted = self.filter(record)
        if wanted:
            self.acquire()
            try:
                self.emit(record)
            finally:
                self.release()
        return wanted

    def setFormatter(self, fmt):
        self.formatter = fmt

    def flush(self):
        pass

    def close(self):
        with _lock:
            self._closed = True
            _handlers.pop(self._name, None)

    def handleError(self, record):
        if not raiseExceptions or not sys.stderr:
            return
        trace = ''.join(traceback.format_exception(*sys.exc_info()))
        if not trace.startswith('Traceback'):
            # Raised in this module, whose frames are not shown.
            trace = 'Traceback (most recent call last):\n' + trace
        try:
            asked = f'Message: {record.msg!r}\nArguments: {record.args}\n'
        except RecursionError:
            raise
        except Exception:
            asked = ('Unable to print the message and arguments - possible formatting error.\n'
                     'Use the traceback above to help find the error.\n')
        stack = ''.join(traceback.format_stack())
        for part in ('--- Logging error ---\n', trace, 'Call stack:\n', stack, asked):
            sys.stderr.write(part)

    def __repr__(self):
        return f'<{type(self).__name__} ({getLevelName(self.level)})>'


class StreamHandler(Handler):
    terminator = '\n'

    def __init__(self, stream=None):
        Handler.__init__(self)
        self.stream = sys.stderr if stream is None else stream

    def flush(self):
        self.acquire()
        try:
            if self.stream and hasattr(self.stream, 'flush'):
                self.stream.flush()
        finally:
            self.release()

    def emit(self, record):
        try:
            self.stream.write(self.format(record) + self.terminator)
            self.flush()
        except RecursionError:
            raise
        except Exception:
            self.handleError(record)

    def setStream(self, stream):
        before = self.stream
        if stream is not before:
            self.acquire()
            try:
                self.flush()
                self.stream = stream
            finally:
                self.release()
            return before

    def __repr__(self):
        name = str(getattr(self.stream, 'name', ''))
        return f"<{type(self).__name__} {name + ' ' if name else ''}({getLevelName(self.level)})>"


class FileHandler(StreamHandler):
    def __init__(self, filename, mode='a', encoding=None, delay=False, errors=None):
        path = os.fspath(filename)
        self.baseFilename = os.path.abspath(path)
        self.mode, self.encoding, self.errors = mode, encoding, errors
        self.delay = delay
        if not delay:
            super().__init__(self._open())
            return
        # Opened by the first record.
        Handler.__init__(self)
        self.stream = None

    def _open(self):
        return open(self.baseFilename, self.mode, encoding=self.encoding, errors=self.errors)

    def emit(self, record):
        # What was closed and would be emptied by opening it stays closed.
        if self.stream is None and not (self._closed and self.mode == 'w'):
            file = self._open()
            self.stream = file
        if self.stream:
            super().emit(record)

    def close(self):
        self.acquire()
        try:
            stream, self.stream = self.stream, None
            if stream is not None:
                try:
                    self.stream = stream
                    self.flush()
                finally:
                    self.stream = None
                    stream.close()
            super().close()
        finally:
            self.release()

    def __repr__(self):
        return f'<{type(self).__name__} {self.baseFilename} ({getLevelName(self.level)})>'


class _StderrHandler(StreamHandler):
    """Writes to whatever `sys.stderr` is at the time."""

    def __init__(self, level=NOTSET):
        super(StreamHandler, self).__init__(level)

    @property
    def stream(self):
        return sys.stderr


class NullHandler(Handler):
    def handle(self, record):
        pass

    def emit(self, record):
        pass

    def createLock(self):
        self.lock = None


_defaultLastResort = lastResort = _StderrHandler(WARNING)


# -- loggers

class PlaceHolder:
    """A name that has children but no logger."""

    def __init__(self, alogger):
        self.loggerMap = {}
        self.append(alogger)

    def append(self, alogger):
        self.loggerMap[alogger] = None


class Manager:
    def __init__(self, rootnode):
        self.root, self.loggerDict = rootnode, {}
        self._disable = 0
        self.loggerClass = self.logRecordFactory = None
        # Whether it was said that nobody writes anything.
        self.emittedNoHandlerWarning = False

    @property
    def disable(self):
        return self._disable

    @disable.setter
    def disable(self, level):
        self._disable = _checkLevel(level)

    def getLogger(self, name):
        if isinstance(name, str):
            with _lock:
                return self._known_or_new(name)
        raise TypeError('A logger name must be a string')

    def _known_or_new(self, name):
        found = self.loggerDict.get(name)
        if isinstance(found, Logger):
            return found
        made = (self.loggerClass or _loggerClass)(name)
        made.manager = self
        self.loggerDict[name] = made
        if found is not None:
            for child in found.loggerMap:
                if not child.parent.name.startswith(name):
                    made.parent = child.parent
                    child.parent = made
        self._find_parent(made)
        return made

    def _find_parent(self, made):
        name = made.name
        at = name.rfind('.')
        parent = None
        while at > 0 and parent is None:
            above = name[:at]
            found = self.loggerDict.get(above)
            if found is None:
                self.loggerDict[above] = PlaceHolder(made)
            elif isinstance(found, Logger):
                parent = found
            else:
                found.append(made)
            at = name.rfind('.', 0, at)
        made.parent = parent or self.root

    def setLogRecordFactory(self, factory):
        self.logRecordFactory = factory

    def setLoggerClass(self, klass):
        _check_class(klass)
        self.loggerClass = klass

    def _clear_cache(self):
        """Levels have changed: what the loggers remember of them is void."""
        for known in (self.root, *self.loggerDict.values()):
            if not isinstance(known, PlaceHolder):
                known._cache.clear()


class Logger(Filterer):
    def __init__(self, name, level=NOTSET):
        super().__init__()
        self.name, self.level = name, _checkLevel(level)
        self.handlers, self.parent = [], None
        self.propagate, self.disabled = True, False
        # Answers of isEnabledFor by level.
        self._cache = {}

    def setLevel(self, level):
        number = _checkLevel(level)
        self.level = number
        # Children may have it from here.
        self.manager._clear_cache()

    def _at(self, level, msg, args, options):
        if self.isEnabledFor(level):
            self._log(level, msg, args, **options)

    def log(self, level, msg, *args, **kwargs):
        if isinstance(level, int):
            self._at(level, msg, args, kwargs)
        elif raiseExceptions:
            raise TypeError('level must be an integer')

    def debug(self, msg, *args, **kwargs):
        self._at(DEBUG, msg, args, kwargs)

    def info(self, msg, *args, **kwargs):
        self._at(INFO, msg, args, kwargs)

    def warning(self, msg, *args, **kwargs):
        self._at(WARNING, msg, args, kwargs)

    def error(self, msg, *args, **kwargs):
        self._at(ERROR, msg, args, kwargs)

    def critical(self, msg, *args, **kwargs):
        self._at(CRITICAL, msg, args, kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        kwargs['exc_info'] = exc_info
        self.error(msg, *args, **kwargs)

    def fatal(self, msg, *args, **kwargs):
        self.critical(msg, *args, **kwargs)

    def warn(self, msg, *args, **kwargs):
        warnings.warn("The 'warn' method is deprecated, use 'warning' instead", DeprecationWarning, 2)
        self.warning(msg, *args, **kwargs)

    def findCaller(self, stack_info=False, stacklevel=1):
        stack = _stack()
        text = None
        if not stack:
            return '(unknown file)', 0, '(unknown function)', None
        parts = stack[min(max(stacklevel, 1), len(stack)) - 1]
        if stack_info:
            text = 'Stack (most recent call last):\n' + ''.join(traceback.format_stack()).rstrip('\n')
        return parts[3], parts[2], parts[1], text

    def makeRecord(self, name, level, fn, lno, msg, args, exc_info, func=None, extra=None, sinfo=None):
        record = _logRecordFactory(name, level, fn, lno, msg, args, exc_info, func, sinfo)
        if extra is not None:
            for key in extra:
                if key in ('message', 'asctime') or key in record.__dict__:
                    raise KeyError(f"Attempt to overwrite {key!r} in LogRecord")
                record.__dict__[key] = extra[key]
        return record

    def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
        file, line, function, stack = self.findCaller(stack_info, stacklevel)
        error = exc_info
        if isinstance(error, BaseException):
            error = type(error), error, error.__traceback__
        elif error and not isinstance(error, tuple):
            error = sys.exc_info()
        self.handle(self.makeRecord(self.name, level, file, line, msg, args, error, function, extra, stack))

    def handle(self, record):
        if self.disabled or not self.filter(record):
            return
        self.callHandlers(record)

    def addHandler(self, hdlr):
        with _lock:
            _add(self.handlers, hdlr)

    def removeHandler(self, hdlr):
        with _lock:
            _remove(self.handlers, hdlr)

    def hasHandlers(self):
        logger = self
        while logger:
            if logger.handlers:
                return True
            logger = logger.parent if logger.propagate else None
        return False

    def callHandlers(self, record):
        logger = self
        found = 0
        while logger:
            for handler in logger.handlers:
                found += 1
                if record.levelno >= handler.level:
                    handler.handle(record)
            logger = logger.parent if logger.propagate else None
        if found:
            return
        last, manager = lastResort, self.manager
        if last:
            if last.level <= record.levelno:
                last.handle(record)
        elif raiseExceptions and not manager.emittedNoHandlerWarning:
            manager.emittedNoHandlerWarning = True
            sys.stderr.write(f'No handlers could be found for logger "{self.name}"\n')

    def getEffectiveLevel(self):
        logger = self
        while logger:
            if logger.level:
                return logger.level
            logger = logger.parent
        return NOTSET

    def isEnabledFor(self, level):
        if self.disabled:
            return False
        answer = self._cache.get(level)
        if answer is None:
            answer = self._cache[level] = not self.manager.disable >= level and level >= self.getEffectiveLevel()
        return answer

    def getChild(self, suffix):
        whole = suffix if self is self.root else f'{self.name}.{suffix}'
        return self.manager.getLogger(whole)

    def __repr__(self):
        return f'<{type(self).__name__} {self.name} ({getLevelName(self.getEffectiveLevel())})>'

    def __reduce__(self):
        if getLogger(self.name) is self:
            return getLogger, (self.name,)
        from pickle import PicklingError
        raise PicklingError('logger cannot be pickled')


class RootLogger(Logger):
    def __init__(self, level):
        Logger.__init__(self, 'root', level)

    def __reduce__(self):
        return getLogger, ()


_loggerClass = Logger


def _check_class(klass):
    if not issubclass(klass, Logger):
        raise TypeError('logger not derived from logging.Logger: ' + klass.__name__)


def setLoggerClass(klass):
    global _loggerClass
    _check_class(klass)
    _loggerClass = klass


def getLoggerClass():
    return _loggerClass


class LoggerAdapter:
    def __init__(self, logger, extra=None):
        self.extra = extra
        self.logger = logger

    def process(self, msg, kwargs):
        kwargs['extra'] = self.extra
        return msg, kwargs

    def log(self, level, msg, *args, **kwargs):
        if not self.isEnabledFor(level):
            return
        said, options = self.process(msg, kwargs)
        self.logger.log(level, said, *args, **options)

    def debug(self, msg, *args, **kwargs):
        self.log(DEBUG, msg, *args, **kwargs)

    def info(self, msg, *args, **kwargs):
        self.log(INFO, msg, *args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        self.log(WARNING, msg, *args, **kwargs)

    def warn(self, msg, *args, **kwargs):
        warnings.warn("The 'warn' method is deprecated, use 'warning' instead", DeprecationWarning, 2)
        self.warning(msg, *args, **kwargs)

    def error(self, msg, *args, **kwargs):
        self.log(ERROR, msg, *args, **kwargs)

    def critical(self, msg, *args, **kwargs):
        self.log(CRITICAL, msg, *args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        kwargs['exc_info'] = exc_info
        self.error(msg, *args, **kwargs)

    def _log(self, level, msg, args, **kwargs):
        return self.logger._log(level, msg, args, **kwargs)

    # The rest is the logger's.

    def isEnabledFor(self, level):
        return self.logger.isEnabledFor(level)

    def setLevel(self, level):
        self.logger.setLevel(level)

    def getEffectiveLevel(self):
        return self.logger.getEffectiveLevel()

    def hasHandlers(self):
        return self.logger.hasHandlers()

    @property
    def name(self):
        return self.logger.name

    @property
    def manager(self):
        return self.logger.manager

    @manager.setter
    def manager(self, value):
        self.logger.manager = value

    def __repr__(self):
        return f'<{type(self).__name__} {self.name} ({getLevelName(self.getEffectiveLevel())})>'


root = RootLogger(WARNING)
Logger.root = root
Logger.manager = root.manager = Manager(root)


# -- the functions of the module

def basicConfig(**kwargs):
    with _lock:
        take = kwargs.pop
        encoding, errors = take('encoding', None), take('errors', 'backslashreplace')
        if take('force', False):
            for handler in list(root.handlers):
                root.removeHandler(handler)
                handler.close()
        if root.handlers:
            return
        handlers = take('handlers', None)
        if handlers is None:
            if 'stream' in kwargs and 'filename' in kwargs:
                raise ValueError("'stream' and 'filename' should not be specified together")
        elif 'stream' in kwargs or 'filename' in kwargs:
            raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
        if handlers is None:
            path, mode = take('filename', None), take('filemode', 'a')
            if path:
                if 'b' in mode:
                    errors = None
                elif encoding is None:
                    encoding = 'utf-8'
                handlers = [FileHandler(path, mode, encoding=encoding, errors=errors)]
            else:
                handlers = [StreamHandler(take('stream', None))]
        datefmt, style = take('datefmt', None), take('style', '%')
        if style not in _STYLES:
            raise ValueError(f"Style must be one of: {','.join(_STYLES)}")
        fmt = Formatter(take('format', _STYLES[style][1]), datefmt, style)
        for handler in handlers:
            if handler.formatter is None:
                handler.setFormatter(fmt)
            root.addHandler(handler)
        level = take('level', None)
        if level is not None:
            root.setLevel(level)
        if kwargs:
            raise ValueError(f"Unrecognised argument(s): {', '.join(kwargs.keys())}")


def getLogger(name=None):
    if not name or name == root.name and isinstance(name, str):
        return root
    manager = Logger.manager
    return manager.getLogger(name)


def _ready():
    if not root.handlers:
        basicConfig()
    return root


def critical(msg, *args, **kwargs):
    _ready().critical(msg, *args, **kwargs)


fatal = critical


def error(msg, *args, **kwargs):
    _ready().error(msg, *args, **kwargs)


def exception(msg, *args, exc_info=True, **kwargs):
    kwargs['exc_info'] = exc_info
    error(msg, *args, **kwargs)


def warning(msg, *args, **kwargs):
    _ready().warning(msg, *args, **kwargs)


def warn(msg, *args, **kwargs):
    warnings.warn("The 'warn' function is deprecated, use 'warning' instead", DeprecationWarning, 2)
    warning(msg, *args, **kwargs)


def info(msg, *args, **kwargs):
    _ready().info(msg, *args, **kwargs)


def debug(msg, *args, **kwargs):
    _ready().debug(msg, *args, **kwargs)


def log(level, msg, *args, **kwargs):
    _ready().log(level, msg, *args, **kwargs)


def disable(level=CRITICAL):
    manager = root.manager
    manager.disable = level
    manager._clear_cache()


def shutdown(handlerList=None):
    # The last made first: it may write to one before it.
    for handler in reversed(_handlerList if handlerList is None else handlerList):
        if isinstance(handler, weakref.ref):
            handler = handler()
        if not handler:
            continue
        try:
            handler.acquire()
            try:
                handler.flush()
                handler.close()
            finally:
                handler.release()
        except (ValueError, OSError):
            # Its stream was closed before.
            pass
        except:
            if raiseExceptions:
                raise


# What `warnings` had before it was told to log.
_before_capture = None


def _log_warning(message, category, filename, lineno, file=None, line=None):
    if file is not None:
        _before_capture(message, category, filename, lineno, file, line)
        return
    logger = getLogger('py.warnings')
    if not logger.handlers:
        quiet = NullHandler()
        logger.addHandler(quiet)
    logger.warning(str(warnings.formatwarning(message, category, filename, lineno, line)))


def captureWarnings(capture):
    global _before_capture
    if capture and _before_capture is None:
        _before_capture, warnings.showwarning = warnings.showwarning, _log_warning
    elif not capture and _before_capture is not None:
        warnings.showwarning, _before_capture = _before_capture, None


def getHandlerByName(name):
    return _handlers.get(name)


import atexit
atexit.register(shutdown)
