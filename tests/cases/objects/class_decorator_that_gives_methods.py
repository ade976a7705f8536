"""A class decorator that puts a function of its own on each class: each class has the one that was made for it."""
import requests

V2 = "https://api.attio.com/v2"


def reads(slug, name="get"):
    def wrap(cls):
        def get(self, key):
            return requests.get(f"{V2}/{slug}/{key}")

        setattr(cls, name, get)
        return cls

    return wrap


def deletes(slug):
    def wrap(cls):
        def delete(self, key):
            return requests.delete(f"{V2}/{slug}/{key}")

        cls.delete = delete
        return cls

    return wrap


@reads("notes")
class Notes:
    pass


@reads("tasks")
@deletes("tasks")
class Tasks:
    pass


@reads("webhooks")
@reads("lists", "get_list")
class Both:
    pass


def main():
    Notes().get("1")  # call: GET /v2/notes/{note_id}
    Tasks().get("1")  # call: GET /v2/tasks/{task_id}
    Tasks().delete("1")  # call: DELETE /v2/tasks/{task_id}
    Both().get("1")  # call: GET /v2/webhooks/{webhook_id}
    Both().get_list("1")  # call: GET /v2/lists/{list}
