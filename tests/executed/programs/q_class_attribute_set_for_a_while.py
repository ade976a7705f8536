# sends: nothing
# near: another class's attribute is set to Attio's address
import requests


class Target:
    base = "https://api.example.org"


class Source:
    base = "https://api.example.net"


Source.base = "https://api.attio.com/v2"
requests.get(Target.base + "/notes")
