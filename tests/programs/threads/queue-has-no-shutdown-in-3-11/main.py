"""shutdown came with 3.13; in 3.11 there is none."""
import queue

print(hasattr(queue, "ShutDown") or "no ShutDown before 3.13")
print(hasattr(queue.Queue(), "is_shutdown") or "none")
