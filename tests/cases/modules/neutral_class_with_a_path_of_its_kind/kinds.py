from attio_api import send


def path_of(kind):
    return f"/objects/{kind}"


class Kind:
    part = "other"

    def change(self):
        return send("PATCH", path_of(self.part))  # call: PATCH /v2/objects/{object}


class Note(Kind):
    part = "notes"


class Task:
    part = "tasks"

    def change(self):
        return send("PATCH", path_of(self.part))  # call: PATCH /v2/objects/{object}


note, task = Note(), Task()
