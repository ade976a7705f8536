# sends: DELETE /v2/tasks/{task_id}, GET /v2/activities, GET /v2/emails, GET /v2/files, GET /v2/files/{file_id}, GET /v2/lists, GET /v2/lists/{list}, GET /v2/lists/{list}/views, GET /v2/meetings, GET /v2/meetings/{meeting_id}, GET /v2/notes, GET /v2/objects, GET /v2/objects/{object}, GET /v2/objects/{object}/views, GET /v2/self, GET /v2/tasks, GET /v2/tasks/{task_id}, GET /v2/threads, GET /v2/webhooks, GET /v2/workspace_members, GET /v2/{target}/{identifier}/attributes, POST /v2/webhooks
import requests

HOST = "https://api.attio.com"


def address(*parts):
    return "/".join((HOST, "v2", *parts))


def c01(): return requests.get(address("objects"))
def c02(): return requests.get(address("objects", "people"))
def c03(): return requests.get(address("objects", "companies"))
def c04(): return requests.get(address("objects", "deals"))
def c05(): return requests.get(address("objects", "users"))
def c06(): return requests.get(address("objects", "people", "attributes"))
def c07(): return requests.get(address("objects", "companies", "attributes"))
def c08(): return requests.get(address("objects", "deals", "attributes"))
def c09(): return requests.get(address("objects", "people", "views"))
def c10(): return requests.get(address("lists"))
def c11(): return requests.get(address("lists", "sales"))
def c12(): return requests.get(address("lists", "hiring"))
def c13(): return requests.get(address("lists", "sales", "views"))
def c14(): return requests.get(address("lists", "sales", "attributes"))
def c15(): return requests.get(address("workspace_members"))
def c16(): return requests.get(address("self"))
def c17(): return requests.get(address("meetings"))
def c18(): return requests.get(address("meetings", "1"))
def c19(): return requests.get(address("emails"))
def c20(): return requests.get(address("files"))
def c21(): return requests.get(address("activities"))
def c22(): return requests.get(address("tasks"))
def c23(): return requests.get(address("tasks", "1"))
def c24(): return requests.get(address("webhooks"))
def notes(): return requests.get(address("notes"))
def forget(key): return requests.delete(address("tasks", key))
def threads(): return requests.get(address("threads"))
def subscribe(target): return requests.post(address("webhooks"), json={"target_url": target})
def attachment(key): return requests.get(address("files", key))


def main():
    c01(), c02(), c03(), c04(), c05(), c06(), c07(), c08(), c09(), c10(), c11(), c12(), c13(), c14(), c15(), c16()
    c17(), c18(), c19(), c20(), c21(), c22(), c23(), c24(), notes(), forget("1"), threads(), subscribe("1")
    attachment("1")


if __name__ == "__main__":
    main()
