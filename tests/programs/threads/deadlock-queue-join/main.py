"""join() on a queue whose worker forgets task_done."""
import queue
import threading

q = queue.Queue()
threading.Thread(target=q.get, daemon=True).start()
q.put(1)
print("joining", flush=True)
q.join()
