import pickle, io
class Safe(pickle.Unpickler):
    def find_class(self, module, name):
        if module == 'builtins' and name in ('set', 'complex'):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f'global {module}.{name} is forbidden')
print(Safe(io.BytesIO(pickle.dumps([1, 2j]))).load())
try:
    Safe(io.BytesIO(pickle.dumps(print))).load()
except pickle.UnpicklingError as exc:
    print(exc)
