import types, inspect
print(type(str.lower), type(''.lower), type(len), type(object.__init__), type(object().__str__), type(int.real), type(dict.fromkeys))
print(str.lower, str.__add__, int.real, len)
print(list.append.__objclass__, str.upper.__qualname__, [].append.__qualname__, len.__qualname__, str.__add__.__name__)
print(types.MethodDescriptorType, types.WrapperDescriptorType, types.MethodWrapperType, types.GetSetDescriptorType)
print(inspect.isbuiltin(len), inspect.isbuiltin(str.lower), inspect.ismethoddescriptor(str.lower), inspect.isdatadescriptor(int.real))
for text in ("str.upper()", "str.upper(1)", "int.__add__(1)", "(1).__add__()", "list.append(1, 2)", "list(map(str.lower, ['A', 3]))",
             "sorted([1, 'a'], key=str.lower)", "object.__new__()", "bytes.decode('x')", "float.hex(1)", "[].append()", "''.split(1, 2, 3)"):
    try:
        print(eval(text))
    except TypeError as e:
        print(text, '->', e)
