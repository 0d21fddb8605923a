"""A subclass of Thread brings its own run() and keeps its result."""
import threading
import time


class WordCounter(threading.Thread):
    def __init__(self, title, text):
        super().__init__(name=title)
        self.text = text
        self.words = None

    def run(self):
        time.sleep(0.01 * len(self.text) / 20)  # reading takes its time
        self.words = len(self.text.split())


counters = [
    WordCounter("Poem", "so much depends upon a red wheel barrow glazed with rain water"),
    WordCounter("Motto", "keep it simple"),
    WordCounter("Title", "interleave"),
]
for counter in counters:
    counter.start()
for counter in counters:
    counter.join()
    print(counter.name, counter.words)
