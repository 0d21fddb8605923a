//! The built-in classes. They are the first objects of every heap, in this order, so their references are constants.

use crate::object::Layout;
use crate::value::Ref;

macro_rules! classes {
    ($($konst:ident = $name:literal, $base:ident, $layout:ident;)+) => {
        #[derive(Clone, Copy)]
        #[expect(non_camel_case_types, clippy::upper_case_acronyms, reason = "only used to number the constants")]
        enum Number { $($konst,)+ }
        $(pub const $konst: Ref = Ref(Number::$konst as u32);)+
        /// Name, base and layout by reference number. The base of `object` is itself here.
        pub const ALL: &[(&str, Ref, Layout)] = &[$(($name, $base, Layout::$layout),)+];
    };
}

classes! {
    OBJECT = "object", OBJECT, Plain;
    TYPE = "type", OBJECT, Type;
    NONE_TYPE = "NoneType", OBJECT, Native;
    NOT_IMPLEMENTED_TYPE = "NotImplementedType", OBJECT, Native;
    ELLIPSIS_TYPE = "ellipsis", OBJECT, Native;
    INT = "int", OBJECT, Int;
    FLOAT = "float", OBJECT, Float;
    COMPLEX = "complex", OBJECT, Complex;
    STR = "str", OBJECT, Str;
    BYTES = "bytes", OBJECT, Bytes;
    BYTEARRAY = "bytearray", OBJECT, ByteArray;
    MEMORYVIEW = "memoryview", OBJECT, Native;
    LIST = "list", OBJECT, List;
    TUPLE = "tuple", OBJECT, Tuple;
    DICT = "dict", OBJECT, Dict;
    SET = "set", OBJECT, Set;
    FROZENSET = "frozenset", OBJECT, FrozenSet;
    RANGE = "range", OBJECT, Native;
    SLICE = "slice", OBJECT, Native;
    FUNCTION = "function", OBJECT, Native;
    BUILTIN_FUNCTION = "builtin_function_or_method", OBJECT, Native;
    METHOD_DESCRIPTOR = "method_descriptor", BUILTIN_FUNCTION, Native;
    WRAPPER_DESCRIPTOR = "wrapper_descriptor", BUILTIN_FUNCTION, Native;
    GETSET_DESCRIPTOR = "getset_descriptor", BUILTIN_FUNCTION, Native;
    METHOD_WRAPPER = "method-wrapper", BUILTIN_FUNCTION, Native;
    METHOD = "method", OBJECT, Native;
    MODULE = "module", OBJECT, Module;
    CELL = "cell", OBJECT, Native;
    CODE = "code", OBJECT, Native;
    GENERATOR = "generator", OBJECT, Native;
    COROUTINE = "coroutine", OBJECT, Native;
    ASYNC_GENERATOR = "async_generator", OBJECT, Native;
    PROPERTY = "property", OBJECT, Native;
    STATICMETHOD = "staticmethod", OBJECT, Native;
    CLASSMETHOD = "classmethod", OBJECT, Native;
    SUPER = "super", OBJECT, Native;
    MAPPINGPROXY = "mappingproxy", OBJECT, Native;
    DICT_KEYS = "dict_keys", OBJECT, Native;
    DICT_VALUES = "dict_values", OBJECT, Native;
    DICT_ITEMS = "dict_items", OBJECT, Native;
    RANGE_ITERATOR = "range_iterator", OBJECT, Native;
    LIST_ITERATOR = "list_iterator", OBJECT, Native;
    LIST_REVERSEITERATOR = "list_reverseiterator", OBJECT, Native;
    TUPLE_ITERATOR = "tuple_iterator", OBJECT, Native;
    STR_ITERATOR = "str_ascii_iterator", OBJECT, Native;
    BYTES_ITERATOR = "bytes_iterator", OBJECT, Native;
    DICT_KEYITERATOR = "dict_keyiterator", OBJECT, Native;
    DICT_VALUEITERATOR = "dict_valueiterator", OBJECT, Native;
    DICT_ITEMITERATOR = "dict_itemiterator", OBJECT, Native;
    SET_ITERATOR = "set_iterator", OBJECT, Native;
    ENUMERATE = "enumerate", OBJECT, Native;
    ZIP = "zip", OBJECT, Native;
    MAP = "map", OBJECT, Native;
    FILTER = "filter", OBJECT, Native;
    REVERSED = "reversed", OBJECT, Native;
    ITERATOR = "iterator", OBJECT, Native;
    COUNT = "count", OBJECT, Native;
    REPEAT = "repeat", OBJECT, Native;
    TRACEBACK = "traceback", OBJECT, Native;
    GENERIC_ALIAS = "GenericAlias", OBJECT, Native;
    UNION_TYPE = "UnionType", OBJECT, Native;
    RANDOM = "Random", OBJECT, Plain;
    FILE = "TextIOWrapper", OBJECT, Native;
    STRING_IO = "StringIO", OBJECT, Native;
    BYTES_IO = "BytesIO", OBJECT, Native;
    LOCK = "lock", OBJECT, Native;
    RLOCK = "RLock", OBJECT, Native;
    BOOL = "bool", INT, Int;
    BASE_EXCEPTION = "BaseException", OBJECT, Exception;
    EXCEPTION = "Exception", BASE_EXCEPTION, Exception;
    SYSTEM_EXIT = "SystemExit", BASE_EXCEPTION, Exception;
    KEYBOARD_INTERRUPT = "KeyboardInterrupt", BASE_EXCEPTION, Exception;
    GENERATOR_EXIT = "GeneratorExit", BASE_EXCEPTION, Exception;
    BASE_EXCEPTION_GROUP = "BaseExceptionGroup", BASE_EXCEPTION, Exception;
    STOP_ITERATION = "StopIteration", EXCEPTION, Exception;
    STOP_ASYNC_ITERATION = "StopAsyncIteration", EXCEPTION, Exception;
    ARITHMETIC_ERROR = "ArithmeticError", EXCEPTION, Exception;
    FLOATING_POINT_ERROR = "FloatingPointError", ARITHMETIC_ERROR, Exception;
    OVERFLOW_ERROR = "OverflowError", ARITHMETIC_ERROR, Exception;
    ZERO_DIVISION_ERROR = "ZeroDivisionError", ARITHMETIC_ERROR, Exception;
    ASSERTION_ERROR = "AssertionError", EXCEPTION, Exception;
    ATTRIBUTE_ERROR = "AttributeError", EXCEPTION, Exception;
    BUFFER_ERROR = "BufferError", EXCEPTION, Exception;
    EOF_ERROR = "EOFError", EXCEPTION, Exception;
    IMPORT_ERROR = "ImportError", EXCEPTION, Exception;
    MODULE_NOT_FOUND_ERROR = "ModuleNotFoundError", IMPORT_ERROR, Exception;
    LOOKUP_ERROR = "LookupError", EXCEPTION, Exception;
    INDEX_ERROR = "IndexError", LOOKUP_ERROR, Exception;
    KEY_ERROR = "KeyError", LOOKUP_ERROR, Exception;
    MEMORY_ERROR = "MemoryError", EXCEPTION, Exception;
    NAME_ERROR = "NameError", EXCEPTION, Exception;
    UNBOUND_LOCAL_ERROR = "UnboundLocalError", NAME_ERROR, Exception;
    OS_ERROR = "OSError", EXCEPTION, Exception;
    BLOCKING_IO_ERROR = "BlockingIOError", OS_ERROR, Exception;
    CHILD_PROCESS_ERROR = "ChildProcessError", OS_ERROR, Exception;
    CONNECTION_ERROR = "ConnectionError", OS_ERROR, Exception;
    BROKEN_PIPE_ERROR = "BrokenPipeError", CONNECTION_ERROR, Exception;
    CONNECTION_ABORTED_ERROR = "ConnectionAbortedError", CONNECTION_ERROR, Exception;
    CONNECTION_REFUSED_ERROR = "ConnectionRefusedError", CONNECTION_ERROR, Exception;
    CONNECTION_RESET_ERROR = "ConnectionResetError", CONNECTION_ERROR, Exception;
    FILE_EXISTS_ERROR = "FileExistsError", OS_ERROR, Exception;
    FILE_NOT_FOUND_ERROR = "FileNotFoundError", OS_ERROR, Exception;
    INTERRUPTED_ERROR = "InterruptedError", OS_ERROR, Exception;
    IS_A_DIRECTORY_ERROR = "IsADirectoryError", OS_ERROR, Exception;
    NOT_A_DIRECTORY_ERROR = "NotADirectoryError", OS_ERROR, Exception;
    PERMISSION_ERROR = "PermissionError", OS_ERROR, Exception;
    PROCESS_LOOKUP_ERROR = "ProcessLookupError", OS_ERROR, Exception;
    TIMEOUT_ERROR = "TimeoutError", OS_ERROR, Exception;
    REFERENCE_ERROR = "ReferenceError", EXCEPTION, Exception;
    RUNTIME_ERROR = "RuntimeError", EXCEPTION, Exception;
    NOT_IMPLEMENTED_ERROR = "NotImplementedError", RUNTIME_ERROR, Exception;
    RECURSION_ERROR = "RecursionError", RUNTIME_ERROR, Exception;
    SYNTAX_ERROR = "SyntaxError", EXCEPTION, Exception;
    INDENTATION_ERROR = "IndentationError", SYNTAX_ERROR, Exception;
    TAB_ERROR = "TabError", INDENTATION_ERROR, Exception;
    SYSTEM_ERROR = "SystemError", EXCEPTION, Exception;
    TYPE_ERROR = "TypeError", EXCEPTION, Exception;
    VALUE_ERROR = "ValueError", EXCEPTION, Exception;
    UNICODE_ERROR = "UnicodeError", VALUE_ERROR, Exception;
    UNICODE_DECODE_ERROR = "UnicodeDecodeError", UNICODE_ERROR, Exception;
    UNICODE_ENCODE_ERROR = "UnicodeEncodeError", UNICODE_ERROR, Exception;
    UNICODE_TRANSLATE_ERROR = "UnicodeTranslateError", UNICODE_ERROR, Exception;
    WARNING = "Warning", EXCEPTION, Exception;
    USER_WARNING = "UserWarning", WARNING, Exception;
    DEPRECATION_WARNING = "DeprecationWarning", WARNING, Exception;
    PENDING_DEPRECATION_WARNING = "PendingDeprecationWarning", WARNING, Exception;
    SYNTAX_WARNING = "SyntaxWarning", WARNING, Exception;
    RUNTIME_WARNING = "RuntimeWarning", WARNING, Exception;
    FUTURE_WARNING = "FutureWarning", WARNING, Exception;
    IMPORT_WARNING = "ImportWarning", WARNING, Exception;
    UNICODE_WARNING = "UnicodeWarning", WARNING, Exception;
    BYTES_WARNING = "BytesWarning", WARNING, Exception;
    RESOURCE_WARNING = "ResourceWarning", WARNING, Exception;
    ENCODING_WARNING = "EncodingWarning", WARNING, Exception;
}

/// The built-in class of this name.
#[must_use]
pub fn by_name(name: &str) -> Option<Ref> {
    ALL.iter().position(|(n, _, _)| *n == name).map(|i| Ref(i as u32))
}

/// Classes that are names of the `builtins` module.
#[must_use]
pub fn is_builtin_name(class: Ref) -> bool {
    class == OBJECT
        || class == TYPE
        || class == BOOL
        || class.0 >= BASE_EXCEPTION.0
        || matches!(
            class,
            INT | FLOAT
                | COMPLEX
                | STR
                | BYTES
                | BYTEARRAY
                | MEMORYVIEW
                | LIST
                | TUPLE
                | DICT
                | SET
                | FROZENSET
                | RANGE
                | SLICE
                | PROPERTY
                | STATICMETHOD
                | CLASSMETHOD
                | SUPER
                | ENUMERATE
                | ZIP
                | MAP
                | FILTER
                | REVERSED
        )
}
