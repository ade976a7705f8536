# sends: nothing
# near: what is put into the attribute afterwards is a stand-in
class Recorder:
    def __init__(self):
        self.seen = []

    def request(self, verb, url):
        self.seen.append((verb, url))


class Service:
    http = None

    def tasks(self):
        return self.http.request("GET", "https://api.attio.com/v2/tasks")


def check():
    service = Service()
    service.http = Recorder()
    service.tasks()
    assert service.http.seen == [("GET", "https://api.attio.com/v2/tasks")]


check()
