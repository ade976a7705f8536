# expects nothing
class Flag:
    """Keeps what Attio's answer said; sends nothing."""

    address = "https://api.attio.com/v2/tasks/1"

    def __init__(self):
        self._value = None

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, new):
        self._value = (self.address, new)

    @value.deleter
    def value(self):
        self._value = None


flag = Flag()
flag.value = True
del flag.value
