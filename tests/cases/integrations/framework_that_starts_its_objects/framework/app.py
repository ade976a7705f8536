"""An application that starts the parts which it is given."""

RUNNING = []


class App:
    def __init__(self):
        self.parts = []
        self.started = []

    def take(self, part):
        self.parts.append(part)
        part.app = self

    def run(self):
        for part in self.parts:
            part.on_start()


class Part:
    app = None

    def on_start(self):
        self.app.started.append(self)

    def on_wait(self):
        RUNNING.append(self)

    def on_stop(self, loop):
        loop.stopped = self

    def on_error(self, error):
        print(f"{self} failed: {error}")
