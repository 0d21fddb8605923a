class AppError(Exception):
    """Base."""
    def __init__(self, code, message="no message"):
        super().__init__(message)
        self.code = code
    def __str__(self):
        return f"[{self.code}] {super().__str__()}"
class Deep(AppError): pass
try: raise Deep(7, "down")
except AppError as e:
    print(e, repr(e), e.args, e.code, isinstance(e, AppError))
print(Deep.__mro__)
try: raise AppError
except TypeError as e: print(e)
class Quiet(Exception): pass
print(repr(Quiet()), str(Quiet()), repr(Quiet(1)), repr(Quiet(1, "a")), str(Quiet(1, "a")))
raise Deep(3)
