# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
import requests


class R:
    def __init__(self, kind, parent=None, parent_id=None):
        self.kind, self.parent, self.parent_id = kind, parent, parent_id

    @property
    def path(self):
        pre = f"{self.parent.path}/{self.parent_id}" if self.parent else ""
        return f"{pre}/{self.kind}"

    def get(self):
        return requests.get("https://api.pipedrive.com/v2" + self.path)


def main():
    link = "See https://api.attio.com/v2/notes"
    print(link)
    R("notes").get()
    R("entries", R("lists"), "l1").get()
    R("call_recordings", R("meetings"), "m").get()


main()
