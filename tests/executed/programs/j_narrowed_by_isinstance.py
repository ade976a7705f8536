# sends: GET /v2/emails
import requests


class Attio:
    def read(self, tail):
        return requests.get("https://api.attio.com/v2/" + tail)


class Disk:
    def read(self, tail):
        return open("/dev/null").read()


def emails(source):
    if isinstance(source, Attio):
        return source.read("emails")
    return source.read("/emails.json")


emails(Attio())
emails(Disk())
