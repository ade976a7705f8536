# sends: DELETE /v2/notes/{note_id}, PATCH /v2/tasks/{task_id}, POST /v2/notes
import requests


class Gateway:
    def __init__(self, s):
        self.s = s

    def insert(self, e):
        self.s.post(e.collection_url(), json=e.data)

    def update(self, e):
        self.s.patch(e.url(), json=e.data)

    def delete(self, e):
        self.s.delete(e.url())


class Entity:
    base = "https://api.attio.com/v2"
    kind = ""

    def __init__(self, id=None, **data):
        self.id, self.data = id, data

    def collection_url(self):
        return f"{self.base}/{self.kind}"

    def url(self):
        return f"{self.collection_url()}/{self.id}"


class Note(Entity):
    kind = "notes"


class Task(Entity):
    kind = "tasks"


class UoW:
    def __init__(self, gw):
        self.gw = gw
        self.new, self.dirty, self.gone = [], [], []

    def add(self, e):
        self.new.append(e)

    def touch(self, e):
        self.dirty.append(e)

    def remove(self, e):
        self.gone.append(e)

    def commit(self):
        for action, items in (("insert", self.new), ("update", self.dirty), ("delete", self.gone)):
            for e in items:
                getattr(self.gw, action)(e)


def main():
    u = UoW(Gateway(requests.Session()))
    u.add(Note(title="x"))
    u.touch(Task("1", done=True))
    u.remove(Note("2"))
    u.commit()


main()
