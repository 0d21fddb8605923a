"""threading.local() holds other attributes in every thread."""
import threading
import time

request = threading.local()


def handle(user):
    request.user = user
    time.sleep(0.01)      # others set their own meanwhile
    answer()


def answer():
    lines.append(f"{threading.current_thread().name}: hello, {request.user}")


lines = []
threads = [threading.Thread(target=handle, args=(user,), name=f"Handler-{user}") for user in ("ann", "bob", "eve")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(*sorted(lines), sep="\n")
print("main has a user:", hasattr(request, "user"))
