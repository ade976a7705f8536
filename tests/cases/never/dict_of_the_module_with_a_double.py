# expects nothing
class Double:
    def __init__(self, base="https://api.attio.com/v2"):
        self.base, self.log = base, []

    def get(self, tail):
        self.log.append(tail)
        return {}


clients = {}


def setup():
    clients["attio"] = Double()


def check():
    setup()
    clients["attio"].get("/notes")
    assert clients["attio"].log == ["/notes"]
