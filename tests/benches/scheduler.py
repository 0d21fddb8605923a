# A small operating system in the manner of Richards: tasks with states, a priority list, packets in queues.
IDLE, WORKER, HANDLER, DEVICE = range(4)


class Packet:
    def __init__(self, link, owner, kind):
        self.link = link
        self.owner = owner
        self.kind = kind
        self.datum = 0
        self.data = [0] * 4

    def append_to(self, queue):
        self.link = None
        if queue is None:
            return self
        at = queue
        while at.link is not None:
            at = at.link
        at.link = self
        return queue


class Task:
    def __init__(self, kernel, name, priority, queue):
        self.kernel = kernel
        self.name = name
        self.priority = priority
        self.queue = queue
        self.held = False
        self.waiting = queue is None
        kernel.add(self)

    def accept(self, packet, sender):
        self.queue = packet.append_to(self.queue)
        self.waiting = False
        return self if self.priority > sender.priority else sender

    def take(self):
        packet = self.queue
        if packet is not None:
            self.queue = packet.link
        return packet

    def ready(self):
        return not self.held and (not self.waiting or self.queue is not None)

    def wait(self):
        self.waiting = True
        return self


class Idle(Task):
    def __init__(self, kernel, turns):
        super().__init__(kernel, IDLE, 0, None)
        self.turns = turns
        self.seed = 1
        self.waiting = False

    def step(self):
        self.turns -= 1
        if self.turns == 0:
            self.held = True
            return self.kernel.following(self)
        if self.seed & 1:
            self.seed = self.seed >> 1 ^ 0xD008
            return self.kernel.release(DEVICE, self)
        self.seed >>= 1
        return self.kernel.release(WORKER, self)


class Worker(Task):
    def __init__(self, kernel):
        super().__init__(kernel, WORKER, 10, None)
        self.count = 0

    def step(self):
        packet = self.take()
        if packet is None:
            packet = Packet(None, HANDLER, "work")
        for i in range(4):
            self.count += 1
            packet.data[i] = self.count % 26
        packet.datum = sum(packet.data)
        return self.kernel.send(packet, HANDLER, self.wait())


class Handler(Task):
    def __init__(self, kernel):
        super().__init__(kernel, HANDLER, 20, None)
        self.total = 0

    def step(self):
        packet = self.take()
        if packet is None:
            return self.kernel.following(self.wait())
        self.total += packet.datum
        if self.total % 3 == 0:
            return self.kernel.send(packet, DEVICE, self)
        if self.queue is None:
            self.wait()
        return self.kernel.following(self)


class Device(Task):
    def __init__(self, kernel):
        super().__init__(kernel, DEVICE, 30, None)
        self.served = 0

    def step(self):
        packet = self.take()
        if packet is not None:
            self.served += packet.kind == "work"
        if self.queue is None:
            self.wait()
        return self.kernel.following(self)


class Kernel:
    def __init__(self):
        self.tasks = {}
        self.order = []
        self.switches = 0

    def add(self, task):
        self.tasks[task.name] = task
        self.order.append(task)
        self.order.sort(key=lambda t: -t.priority)

    def following(self, _task):
        for task in self.order:
            if task.ready():
                return task
        return None

    def release(self, name, sender):
        task = self.tasks[name]
        task.held = task.waiting = False
        return task if task.priority > sender.priority else sender

    def send(self, packet, name, sender):
        packet.owner = sender.name
        return self.tasks[name].accept(packet, sender)

    def run(self):
        task = self.following(None)
        while task is not None:
            self.switches += 1
            task = task.step() if task.ready() else self.following(task)


kernel = Kernel()
idle, worker, handler, device = Idle(kernel, 30_000), Worker(kernel), Handler(kernel), Device(kernel)
kernel.run()
print(kernel.switches, worker.count, handler.total, device.served)
