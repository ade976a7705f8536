# sends: GET /v2/meetings/{meeting_id}, GET /v2/emails
import requests


def heavy(n):
    return heavy(n - 1) + heavy(n - 2) if n > 1 else [n]


class Routes:
    objects = "/objects"
    weights = heavy(9)
    meeting = "/meetings/{}"
    emails = "/emails"
    table = {"meeting": meeting, "emails": emails}

    @classmethod
    def get(cls, name, *keys):
        return requests.get("https://api.attio.com/v2" + cls.table[name].format(*keys))


Routes.get("meeting", "1")
Routes.get("emails")
