from .http import Transport
from .resources import Notes, Tasks


class Attio:
    def __init__(self, key):
        transport = Transport(key)
        self.notes = Notes(transport)
        self.tasks = Tasks(transport)
