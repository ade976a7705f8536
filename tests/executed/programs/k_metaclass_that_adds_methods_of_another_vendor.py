# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
import requests


def make(path):
    def method(self):
        return requests.get("https://api.notion.com/v2" + path)

    return method


class Attio:
    pass


for name, path in {"notes": "/notes", "tasks": "/tasks"}.items():
    setattr(Attio, name, make(path))


def main():
    link = "See https://api.attio.com/v2/notes"
    print(link)
    a = Attio()
    a.notes()
    a.tasks()


main()
