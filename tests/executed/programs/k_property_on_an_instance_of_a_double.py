# sends: nothing
# near: the double's setter records
class Double:
    root = "https://api.attio.com/v2"

    def __init__(self):
        self.log = []

    @property
    def done(self):
        return False

    @done.setter
    def done(self, value):
        self.log.append(("PATCH", self.root + "/tasks/1", value))


double = Double()
double.done = True
