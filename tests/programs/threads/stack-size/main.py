"""threading.stack_size."""
import threading

print(threading.stack_size())
print(threading.stack_size(262144), threading.stack_size())
for bad in (-1, 100):
    try:
        threading.stack_size(bad)
    except ValueError as error:
        print(error)
print(threading.stack_size(0), threading.stack_size())
