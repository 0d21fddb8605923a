"""Every argument of Thread, and what the attributes say before, during and after."""
import threading


def work(*args, **kwargs):
    me = threading.current_thread()
    print("running", args, kwargs, me is t, me.name, me.daemon, me.is_alive(), me.ident == threading.get_ident())


t = threading.Thread(None, work, "worker", (1, 2), {"key": 3}, daemon=False)
print(t.name, t.daemon, t.ident, t.native_id, t.is_alive())
t.start()
t.join()
print(t.name, t.daemon, t.ident is not None, t.native_id is not None, t.is_alive())
for bad in (
    lambda: threading.Thread(None, work, "n", (), {}, True),
    lambda: threading.Thread(1),
    lambda: threading.Thread(group="g"),
    lambda: threading.Thread(target=work, wrong=1),
):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
