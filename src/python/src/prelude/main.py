"""How a program starts and ends: what CPython's own `main` does around it."""


def _run_main(code):
    status = 0
    try:
        _exec_main(code)
    except SystemExit as exc:
        status = _exit_status(exc.code)
    except BaseException as exc:
        _report_uncaught(exc)
        status = 130 if isinstance(exc, KeyboardInterrupt) else 1
    _finish(status)


def _run_warned(code):
    """A program that the compiler warns of."""
    _write(2, _main_warnings)
    _run_main(code)


def _run_spawned(argument):
    """The outermost frame of a process that was started from nothing by another."""
    status = 0
    try:
        _import_module('multiprocessing.spawn').spawn_main(argument)
    except SystemExit as exc:
        status = _exit_status(exc.code)
    except BaseException as exc:
        _report_uncaught(exc)
        status = 130 if isinstance(exc, KeyboardInterrupt) else 1
    _finish(status)


def _import_main():
    """The program's main module again, in a process where it is not the main program."""
    modules = _modules()
    main = modules['__main__']
    main.__name__ = '__mp_main__'
    modules['__mp_main__'] = main
    _exec_main(_main_code)


def _finish(status):
    modules = _modules()
    threading = modules.get('threading')
    if threading is not None:
        try:
            threading._shutdown()
        except BaseException as exc:
            _write(2, f"Exception ignored in: {threading!r}\n" + _traceback_text(exc))
    atexit = modules.get('atexit')
    if atexit is not None:
        atexit._run_exitfuncs()
    _tell_unawaited()
    _exit_process(status)


def _tell_unawaited(is_over=True):
    for object in _unfinished():
        if type(object).__name__ == 'coroutine':
            _never_awaited(object, 'sys:1')
        elif object is None and is_over:
            _finalize_all()


def _run_finalizers():
    """Calls `__del__` of what nobody refers to, closes generators, and then of what only that referred to."""
    weak = _import_module('_weakref')
    while objects := weak._doomed():
        while objects:
            _finalize(objects.pop(0))
        weak._collect()


def _finalize_all():
    """The program is over: what its variables held goes, in the order of the variables; then the rest."""
    weak = _import_module('_weakref')
    weak._collect()  # what an uncaught exception held
    _run_finalizers()
    names = _modules()['__main__'].__dict__
    for name in list(names):
        if not name.startswith('__') and not isinstance(names[name], type) and not callable(names[name]):
            names[name] = None
            weak._collect()
            _run_finalizers()
    for object in weak._finalizable():
        _finalize(object)


def _finalize(object):
    try:
        method = type(object).__del__
        method(object)
    except BaseException as exc:
        if hasattr(object, 'gi_code'):
            method = object
        sys = _modules().get('sys')
        if sys is not None and sys.unraisablehook is not sys.__unraisablehook__:
            sys.unraisablehook(_import_module('_thread')._Unraisable(type(exc), exc, exc.__traceback__, None, method))
        else:
            exc.__cause__ = None  # it is shown without what came before
            _error_stream_write(f"Exception ignored in: {method!r}\n" + _traceback_text(exc))


def _run_signals():
    """Calls the handlers of the signals that have arrived."""
    take = _import_module('_process')._take_signal
    while number := take():
        signal = _modules().get('signal')
        if signal is not None:
            signal._deliver(number)
        elif number == 2:
            raise KeyboardInterrupt


def _interrupted():
    """A wait that a signal broke off: the handlers, then what is left of it."""
    resume = _import_module('_process')._resume_wait
    try:
        _run_signals()
    except BaseException:
        resume(False)
        raise
    return resume(True)


def _exit_status(code):
    """What the operating system is told for `sys.exit(code)`."""
    if code is None:
        return 0
    if isinstance(code, int):
        # As a C long that does not fit: -1.
        return int(code) & 0xff if -0x8000_0000_0000_0000 <= code < 0x8000_0000_0000_0000 else 255
    _error_stream_write(f"{code}\n")
    return 1


def _error_stream_write(text):
    sys = _modules().get('sys')
    if sys is None:
        _write(2, text)
    elif sys.stderr is not None:
        sys.stderr.write(text)


def _report_uncaught(exc):
    # Most of them CPython has told about by now, when their last reference went.
    if 'asyncio' not in _modules():
        _tell_unawaited(is_over=False)
    text = _traceback_text(exc)
    _uncaught(text)
    sys = _modules().get('sys')
    if sys is not None and sys.excepthook is not sys.__excepthook__:
        try:
            sys.excepthook(type(exc), exc, exc.__traceback__)
        except BaseException as failure:
            _error_stream_write("Error in sys.excepthook:\n" + _traceback_text(failure)
                                + "\nOriginal exception was:\n" + text)
    else:
        _error_stream_write(text)
