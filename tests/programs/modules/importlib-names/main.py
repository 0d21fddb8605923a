"""Importing by name."""
import importlib
import importlib.util
import sys

json = importlib.import_module("json")
print(json.dumps([1]), importlib.import_module("os.path").join("a", "b"), importlib.import_module("collections.abc").__name__)
print(__import__("math").sqrt(9), importlib.util.find_spec("no_such_module_at_all"), importlib.util.find_spec("json").name)
for bad in ("no_such_module_at_all", "json.nope", ".relative"):
    try:
        importlib.import_module(bad)
    except (ImportError, TypeError) as problem:
        print(type(problem).__name__, problem)
print(importlib.reload(json) is json, "json" in sys.modules)
