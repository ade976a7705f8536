# expects nothing
import requests


class Source:
    base = "https://api.example.org"


class Target:
    base = "https://api.example.net"


Source.base = "https://api.attio.com/v2"
requests.get(Target.base + "/notes")
