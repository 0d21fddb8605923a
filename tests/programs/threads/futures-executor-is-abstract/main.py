"""Executor itself: submit is not implemented; a custom executor gets map for free."""
import concurrent.futures as cf


class Inline(cf.Executor):
    def submit(self, fn, /, *args, **kwargs):
        f = cf.Future()
        try:
            f.set_result(fn(*args, **kwargs))
        except Exception as error:
            f.set_exception(error)
        return f


try:
    cf.Executor().submit(print)
except NotImplementedError as error:
    print("NotImplementedError", error)
with Inline() as ex:
    print(list(ex.map(lambda a, b: a * b, [1, 2], [3, 4])))
    print(ex.submit(int, "x").exception())
