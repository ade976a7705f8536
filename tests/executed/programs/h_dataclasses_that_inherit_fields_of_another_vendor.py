# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
from dataclasses import dataclass, field, asdict, astuple, fields
import requests


@dataclass
class Base:
    path: str
    verb: str = "GET"
    base: str = field(default="https://api.pipedrive.com/v2", kw_only=True)

    def send(self):
        return requests.request(self.verb, self.base + self.path)


@dataclass
class Create(Base):
    verb: str = "POST"
    path: str = "/tasks"


@dataclass
class Drop(Base):
    i: int = 0

    def __post_init__(self):
        self.path += f"/{self.i}"
        self.verb = "DELETE"


@dataclass
class Computed:
    kind: str
    url: str = field(init=False)
    headers: dict = field(default_factory=dict)

    def __post_init__(self):
        self.url = f"https://api.pipedrive.com/v2/{self.kind}"


def main():
    print("https://api.attio.com/v2/notes")
    Base("/notes").send()
    Create().send()
    Drop("/notes", i=3).send()
    requests.get(Computed("lists").url)
    d = asdict(Base("/self"))
    requests.request(d["verb"], d["base"] + d["path"])
    p, v, b = astuple(Base("/webhooks"))
    requests.request(v, b + p)


main()
