# sends: DELETE /v2/tasks/{task_id}, GET /v2/comments/{comment_id}, GET /v2/emails, GET /v2/files, GET /v2/files/{file_id}, GET /v2/lists, GET /v2/lists/{list}, GET /v2/meetings, GET /v2/meetings/{meeting_id}, GET /v2/notes, GET /v2/notes/{note_id}, GET /v2/objects, GET /v2/objects/{object}, GET /v2/self, GET /v2/tasks, GET /v2/tasks/{task_id}, GET /v2/threads, GET /v2/threads/{thread_id}, GET /v2/webhooks, GET /v2/webhooks/{webhook_id}, GET /v2/workspace_members, POST /v2/notes, POST /v2/tasks
import functools

import requests

API = "https://api.attio.com/v2"


def logged(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        print(function.__name__, args, kwargs)
        return function(*args, **kwargs)

    return inner


@logged
def f1(): return requests.get(f"{API}/objects")
@logged
def f2(): return requests.get(f"{API}/objects/people")
@logged
def f3(): return requests.get(f"{API}/objects/deals")
@logged
def f4(): return requests.get(f"{API}/lists")
@logged
def f5(): return requests.get(f"{API}/lists/a")
@logged
def f6(): return requests.get(f"{API}/lists/b")
@logged
def f7(): return requests.get(f"{API}/notes")
@logged
def f8(): return requests.get(f"{API}/tasks")
@logged
def f9(): return requests.get(f"{API}/webhooks")
@logged
def g1(): return requests.get(f"{API}/meetings")
@logged
def g2(): return requests.get(f"{API}/emails")
@logged
def g3(): return requests.get(f"{API}/files")
@logged
def g4(): return requests.get(f"{API}/self")
@logged
def g5(): return requests.get(f"{API}/workspace_members")
@logged
def g6(key): return requests.get(f"{API}/notes/{key}")
@logged
def g7(key): return requests.get(f"{API}/tasks/{key}")
@logged
def g8(key): return requests.get(f"{API}/threads/{key}")
@logged
def g9(key): return requests.get(f"{API}/webhooks/{key}")
@logged
def h1(key): return requests.get(f"{API}/meetings/{key}")
@logged
def h2(key): return requests.get(f"{API}/files/{key}")
@logged
def h3(key): return requests.get(f"{API}/comments/{key}")
@logged
def h4(key): return requests.get(f"{API}/objects/{key}")
@logged
def h5(key): return requests.get(f"{API}/lists/{key}")
@logged
def h6(body): return requests.post(f"{API}/notes", json=body)
@logged
def h7(body): return requests.post(f"{API}/tasks", json=body)
@logged
def h8(): return requests.get(f"{API}/threads")
@logged
def h9(key): return requests.delete(f"{API}/tasks/{key}")


def main():
    f1(), f2(), f3(), f4(), f5(), f6(), f7(), f8(), f9(), g1(), g2(), g3(), g4(), g5(), g6("1"), g7("1"), g8("1")
    g9("1"), h1("1"), h2("1"), h3("1"), h4("1"), h5("1"), h6({}), h7({}), h8(), h9("1")


if __name__ == "__main__":
    main()
