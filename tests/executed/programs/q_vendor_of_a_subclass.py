# sends: DELETE /v2/notes/{note_id}, GET /v2/notes, GET /v2/tasks
# near: the same method of another class asks another vendor
import requests


class Base:
    hosts = {"attio": "https://api.attio.com/v2", "hub": "https://api.hubapi.com"}
    vendor = "hub"

    def url(self, p):
        return self.hosts[self.vendor] + p

    def get(self, p):
        return requests.get(self.url(p))


class Hub(Base):
    def contacts(self):
        return self.get("/contacts")


class Attio(Base):
    vendor = "attio"

    def notes(self):
        return self.get("/notes")

    def drop(self, i):
        return requests.delete(self.url(f"/notes/{i}"))


def main():
    Hub().contacts()
    Attio().notes()
    Attio().drop(1)
    for v in (Hub, Attio):
        v().get("/tasks")


main()
