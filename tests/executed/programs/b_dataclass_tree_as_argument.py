# sends: GET /v2/meetings
import dataclasses

import httpx


@dataclasses.dataclass
class Retry:
    count: int = 3
    codes: tuple = (429, 500, 502, 503, 504)
    waits: list = dataclasses.field(default_factory=lambda: [1, 2, 4, 8, 16, 32, 64])


@dataclasses.dataclass
class Log:
    level: str = "info"
    fields: tuple = ("time", "level", "name", "message", "trace", "span", "user", "host", "pid", "thread")
    sinks: list = dataclasses.field(default_factory=lambda: [{"kind": "stdout", "format": "json"}, {"kind": "file", "format": "text"}])


@dataclasses.dataclass
class Endpoint:
    scheme: str
    host: str
    prefix: str
    retry: Retry
    log: Log


@dataclasses.dataclass
class Company:
    name: str
    endpoint: Endpoint
    offices: list
    notes: str = "n" * 2000


def sync(company):
    place = company.endpoint
    return httpx.get(f"{place.scheme}://{place.host}{place.prefix}/meetings")


def main():
    offices = [{"city": city, "rooms": list(range(10)), "address": {"street": "s", "zip": "z"}} for city in ("Basel", "Bern", "Genf", "Chur")]
    sync(Company("Acme", Endpoint("https", "api.attio.com", "/v2", Retry(), Log()), offices))


main()
