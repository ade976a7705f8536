# sends: GET /v2/lists/l1/entries, GET /v2/meetings/{meeting_id}/call_recordings, GET /v2/notes
import requests


class R:
    def __init__(self, kind, parent=None, parent_id=None):
        self.kind, self.parent, self.parent_id = kind, parent, parent_id

    @property
    def path(self):
        pre = f"{self.parent.path}/{self.parent_id}" if self.parent else ""
        return f"{pre}/{self.kind}"

    def get(self):
        return requests.get("https://api.attio.com/v2" + self.path)


def main():
    R("notes").get()
    R("entries", R("lists"), "l1").get()
    R("call_recordings", R("meetings"), "m").get()


main()
