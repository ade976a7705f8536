# sends: GET /v2/lists/{list}, POST /v2/lists/{list}/entries
import requests


class Transport:
    def __init__(self, root, retries=3, pause=0.5, agent="crm/1", verify=True, proxies=None, cert=None):
        self.root, self.retries, self.pause, self.agent = root, retries, pause, agent
        self.verify, self.proxies, self.cert = verify, proxies, cert
        self.session = requests.Session()

    def call(self, verb, path, **more):
        return self.session.request(verb, self.root + path, verify=self.verify, **more)


class Audit:
    def __init__(self, transport, sink):
        self.transport, self.sink, self.seen = transport, sink, {"reads": 0, "writes": 0, "errors": 0, "last": None}


class Directory:
    def __init__(self, transport, audit):
        self.transport, self.audit = transport, audit
        self.kinds = {name: {"slug": name, "title": name.title(), "plural": name + "s", "fields": ["a", "b", "c", "d"]} for name in "abcdef"}


class Pipelines:
    def __init__(self, transport, audit, directory):
        self.transport, self.audit, self.directory = transport, audit, directory

    def show(self, slug):
        return self.transport.call("GET", f"/lists/{slug}")

    def enter(self, slug, body):
        return self.transport.call("POST", f"/lists/{slug}/entries", json=body)


class Application:
    def __init__(self, pipelines, directory, audit, settings):
        self.pipelines, self.directory, self.audit, self.settings = pipelines, directory, audit, settings


class Job:
    def __init__(self, application, steps):
        self.application, self.steps = application, steps

    def run(self):
        self.application.pipelines.show("sales")
        self.application.pipelines.enter("sales", {"data": {}})


def build():
    transport = Transport("https://api.attio.com/v2", proxies={"http": None, "https": None})
    audit = Audit(transport, [{"kind": "file", "path": "/tmp/a"}, {"kind": "syslog", "host": "localhost"}])
    directory = Directory(transport, audit)
    settings = {f"flag_{number}": {"on": bool(number % 2), "since": number, "owner": "ops"} for number in range(60)}
    return Job(Application(Pipelines(transport, audit, directory), directory, audit, settings), ["read", "write"])


if __name__ == "__main__":
    build().run()
