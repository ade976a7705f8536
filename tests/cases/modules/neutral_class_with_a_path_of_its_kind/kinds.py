from attio_api import send


def path_of(kind):
    return f"/{kind}/k1"


class Kind:
    part = "objects"

    def drop(self):
        return send("DELETE", path_of(self.part))  # call: DELETE /v2/notes/{note_id}


class Note(Kind):
    part = "notes"


class Task:
    part = "tasks"

    def drop(self):
        return send("DELETE", path_of(self.part))  # call: DELETE /v2/tasks/{task_id}


note, task = Note(), Task()
