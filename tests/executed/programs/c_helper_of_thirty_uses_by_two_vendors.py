# sends: DELETE /v2/notes/{note_id}, GET /v2/emails, GET /v2/files, GET /v2/lists, GET /v2/lists/{list}, GET /v2/meetings, GET /v2/notes, GET /v2/objects, GET /v2/objects/{object}, GET /v2/self, GET /v2/tasks, GET /v2/threads, GET /v2/webhooks
# near: one helper, thirty uses, half of them for another vendor
import requests


def join(root, *parts):
    return "/".join([root, *parts])


ATTIO, LINEAR = "https://api.attio.com/v2", "https://api.linear.app/v1"


def a1(): return requests.get(join(LINEAR, "issues"))
def a2(): return requests.get(join(LINEAR, "notes"))
def a3(): return requests.get(join(LINEAR, "lists"))
def a4(): return requests.get(join(LINEAR, "tasks"))
def a5(): return requests.get(join(LINEAR, "teams"))
def a6(): return requests.get(join(LINEAR, "cycles"))
def a7(): return requests.get(join(LINEAR, "labels"))
def a8(): return requests.get(join(LINEAR, "states"))
def a9(): return requests.get(join(LINEAR, "users"))
def b1(): return requests.get(join(LINEAR, "views"))
def b2(): return requests.get(join(LINEAR, "docs"))
def b3(): return requests.get(join(LINEAR, "roadmaps"))
def b4(): return requests.get(join(LINEAR, "projects"))
def b5(): return requests.get(join(ATTIO, "objects"))
def b6(): return requests.get(join(ATTIO, "objects", "people"))
def b7(): return requests.get(join(ATTIO, "lists", "a"))
def b8(): return requests.get(join(ATTIO, "lists", "b"))
def b9(): return requests.get(join(ATTIO, "tasks"))
def d1(): return requests.get(join(ATTIO, "threads"))
def d2(): return requests.get(join(ATTIO, "webhooks"))
def d3(): return requests.get(join(ATTIO, "meetings"))
def d4(): return requests.get(join(ATTIO, "emails"))
def d5(): return requests.get(join(ATTIO, "files"))
def d6(): return requests.get(join(ATTIO, "self"))
def d7(): return requests.get(join(ATTIO, "notes"))
def d8(): return requests.get(join(LINEAR, "comments"))
def lists(): return requests.get(join(ATTIO, "lists"))
def forget(key): return requests.delete(join(ATTIO, "notes", key))
def linear_notes(): return requests.get(join(LINEAR, "notes"))


def main():
    a1(), a2(), a3(), a4(), a5(), a6(), a7(), a8(), a9(), b1(), b2(), b3(), b4(), b5(), b6(), b7(), b8(), b9(), d1()
    d2(), d3(), d4(), d5(), d6(), d7(), d8(), lists(), forget("1"), linear_notes()


if __name__ == "__main__":
    main()
