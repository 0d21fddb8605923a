"""Copies a module of CPython's `test` package, and those it needs, for a run on Interleave's VM.

Usage: prepare.py MODULE FOLDER SHIMS. FOLDER gets `MODULE.py` for the driver and `library/test/…` for the rest. Runs on CPython.

Every unguarded import becomes a call of `_interleave_module` or `_interleave_name` (see `driver.py`): a module that is not here then costs
only the tests that use it. Line numbers stay.
"""

import ast
import os
import re
import shutil
import sys
import test


MULTIPROCESSING = {f'test_multiprocessing_{method}': method for method in ('fork', 'spawn', 'forkserver')}
# What is left over after a test is CPython's own concern, and not what the tests are about.
INSTALLED = '''import multiprocessing
import multiprocessing.process
import multiprocessing.util
import threading
import test._test_multiprocessing as _all
multiprocessing.process._dangling = set()
threading._dangling = set()
multiprocessing.util._cleanup_tests = lambda: None
_all.install_tests_in_module_dict(globals(), {method!r})
'''


def guarded_lines(tree):
    """Lines of import statements inside a `try` that has handlers: the test deals with a missing module itself."""
    lines = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Try) and node.handlers:
            for statement in node.body:
                for inner in ast.walk(statement):
                    if isinstance(inner, (ast.Import, ast.ImportFrom)):
                        name = getattr(inner, 'module', None) or inner.names[0].name
                        # modules for tests of CPython itself are missing as such, not absent
                        if not name.startswith('_test'):
                            lines.add(inner.lineno)
    return lines


def rewritten(node, package):
    """The statement that stands for an import, and the modules it names."""
    if isinstance(node, ast.Import):
        parts, modules = [], []
        for alias in node.names:
            modules.append(alias.name)
            if alias.asname:
                parts.append(f'{alias.asname} = _interleave_module({alias.name!r}, True)')
            else:
                top = alias.name.split('.')[0]
                parts.append(f'{top} = _interleave_module({alias.name!r}, False)')
        return '; '.join(parts), modules
    module = node.module or ''
    if node.level:
        base = package.split('.')
        base = base[:len(base) - node.level + 1]
        module = '.'.join(base + ([module] if module else []))
    modules = [module, *(f'{module}.{alias.name}' for alias in node.names)]
    if module == '__future__' or node.names[0].name == '*':
        return None, modules
    parts = [f'{alias.asname or alias.name} = _interleave_name({module!r}, {alias.name!r})' for alias in node.names]
    return '; '.join(parts), modules


def too_many_locals(tree):
    """Functions with more variables than the VM's registers hold: it says so before it runs, and the file would be lost."""
    end = 0
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.lineno > end:
            names = {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name) and isinstance(inner.ctx, ast.Store)}
            if len(names) > 180:
                # the functions inside go with it
                end = node.end_lineno
                yield node


def transform(source, package):
    tree = ast.parse(source)
    guarded = guarded_lines(tree)
    data = source.encode().split(b'\n')
    modules = []
    for node in too_many_locals(tree):
        first = node.body[0]
        for line in range(first.lineno - 1, node.end_lineno):
            data[line] = b''
        skip = "raise unittest.SkipTest('needs more than 200 variables in a function')"
        data[first.lineno - 1] = b' ' * first.col_offset + skip.encode()
    nodes = [node for node in ast.walk(tree) if isinstance(node, (ast.Import, ast.ImportFrom))]
    for node in sorted(nodes, key=lambda node: (-node.lineno, -node.col_offset)):
        text, named = rewritten(node, package)
        modules += named
        if text is None or node.lineno in guarded:
            continue
        first, last = node.lineno - 1, node.end_lineno - 1
        tail = data[last][node.end_col_offset:]
        data[first] = data[first][:node.col_offset] + text.encode() + tail
        for line in range(first + 1, last + 1):
            data[line] = b''
    return b'\n'.join(data).decode(), modules


def main():
    name, folder, shims = sys.argv[1:4]
    home = os.path.dirname(test.__file__)
    library = os.path.join(folder, 'library')
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(os.path.join(shims, 'test'), os.path.join(library, 'test'))

    def place(dotted):
        """The file of a module of the package, and its path below `test`."""
        relative = dotted.split('.', 1)[1].replace('.', '/') if '.' in dotted else ''
        for path in (f'{relative}.py', f'{relative}/__init__.py'):
            if relative and os.path.isfile(os.path.join(home, path)):
                return path
        return None

    open_modules, seen = [], set()
    path = place(f'test.{name}')
    part = None
    if name in MULTIPROCESSING:
        # CPython has a file for each start method that fills itself from one module; so is this.
        part = 'test._test_multiprocessing'
        path = place(part)
    elif path is None and '_test_' in name:
        # `test_asyncio_test_locks`: one module of a package
        part = 'test.' + name.replace('_test_', '.test_', 1)
        path = place(part)
    if path is None:
        sys.exit(f'there is no test.{name} beside {home}')
    if name in MULTIPROCESSING:
        open_modules.append(part)
        main_text = INSTALLED.format(method=MULTIPROCESSING[name])
    elif part is not None:
        open_modules += [part.rpartition('.')[0], part]
        main_text = f'_interleave_gather(globals(), {part!r})\n'
    elif path.endswith('__init__.py'):
        # a package: each of its test modules, under a driver's module that gathers their classes
        inner = [f'test.{name}']
        for file in sorted(os.listdir(os.path.join(home, name))):
            if file.endswith('.py') and not file.startswith('_'):
                inner.append(f'test.{name}.{file[:-3]}')
        open_modules += inner
        main_text = '\n'.join(f'_interleave_gather(globals(), {module!r})' for module in inner) + '\n'
    else:
        with open(os.path.join(home, path), encoding='utf-8') as file:
            main_text, named = transform(file.read(), 'test')
        open_modules += named
        if 'multiprocessing.util._cleanup_tests' in main_text:
            main_text += '\nimport multiprocessing.util as _util\n_util._cleanup_tests = lambda: None\n'
        if '_check_system_limits' in main_text:
            # What it looks for (POSIX semaphores) is always there. On the first line, so that the others keep their numbers.
            main_text = 'import concurrent.futures.process as _p; _p._check_system_limits = lambda: None; ' + main_text
    with open(os.path.join(folder, f'{name}.py'), 'w', encoding='utf-8') as file:
        file.write(main_text)
    while open_modules:
        module = open_modules.pop()
        if module in seen or not module.startswith('test.'):
            continue
        seen.add(module)
        if module.startswith('test.support'):
            continue
        path = place(module)
        if path is None:
            continue
        with open(os.path.join(home, path), encoding='utf-8') as file:
            text, named = transform(file.read(), module if path.endswith('__init__.py') else module.rpartition('.')[0])
        open_modules += named
        # Modules of the in-memory library have no file, and there are no data beside them.
        text = re.sub(r'(?<![.\w])__file__', repr('test/' + path), text).replace('support.TEST_HOME_DIR', repr('test'))
        text = text.replace('raise FileNotFoundError(os.path.join(filename))', 'return fullname')
        # `globals()` of the library's code is that of the program that calls it.
        text = text.replace('local_globs = globals()', 'local_globs = install_tests_in_module_dict.__globals__')
        target = os.path.join(library, 'test', path)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, 'w', encoding='utf-8') as file:
            file.write(text)


main()
