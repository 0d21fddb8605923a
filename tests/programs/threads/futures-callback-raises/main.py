"""A callback that raises is logged and the others still run."""
import concurrent.futures as cf


def bad(f):
    raise ValueError("callback")


f = cf.Future()
f.add_done_callback(bad)
f.add_done_callback(lambda f: print("other", f.result()))
f.set_running_or_notify_cancel()
f.set_result(5)
print("end")
