class Stack:
    def __init__(self): self.items = []
    def push(self, x): self.items.append(x); return self
    def pop(self):
        return self.items.pop(
        )
def process(data,
            factor=2):
    result = [
        x * factor
        for x in data
        if x
    ]
    return sum(result) / len(
        [y for y in result
         if y > 100])
s = Stack().push(1).push(2)
s.pop(); s.pop()
try:
    s.pop()
except IndexError as e:
    import traceback
    traceback.print_exc()
    print(traceback.format_exception_only(type(e), e))
    print(traceback.format_exc().count("\n"))
    tb = e.__traceback__
    while tb: print(tb.tb_lineno, tb.tb_frame.f_code.co_name); tb = tb.tb_next
    print(traceback.extract_tb(e.__traceback__)[-1].line)
total = process([1, 2,
   3],
   factor=3)
