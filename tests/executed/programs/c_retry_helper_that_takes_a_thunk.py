# sends: DELETE /v2/comments/{comment_id}, DELETE /v2/notes/{note_id}, DELETE /v2/tasks/{task_id}, DELETE /v2/webhooks/{webhook_id}, GET /v2/activities, GET /v2/comments/{comment_id}, GET /v2/emails, GET /v2/files, GET /v2/files/{file_id}, GET /v2/lists, GET /v2/lists/{list}, GET /v2/meetings, GET /v2/meetings/{meeting_id}, GET /v2/notes, GET /v2/notes/{note_id}, GET /v2/objects, GET /v2/objects/{object}, GET /v2/self, GET /v2/tasks, GET /v2/tasks/{task_id}, GET /v2/threads, GET /v2/threads/{thread_id}, GET /v2/webhooks, GET /v2/webhooks/{webhook_id}, GET /v2/workspace_members, GET /v2/workspace_members/{workspace_member_id}, PUT /v2/lists/{list}/entries
import time

import requests

V2 = "https://api.attio.com/v2"


def patiently(what, tries=3):
    for attempt in range(tries):
        answer = what()
        if answer.status_code < 500:
            return answer
        time.sleep(2**attempt)
    raise RuntimeError("gave up")


def a1(): return patiently(lambda: requests.get(f"{V2}/objects"))
def a2(): return patiently(lambda: requests.get(f"{V2}/objects/people"))
def a3(): return patiently(lambda: requests.get(f"{V2}/objects/companies"))
def a4(): return patiently(lambda: requests.get(f"{V2}/lists"))
def a5(): return patiently(lambda: requests.get(f"{V2}/lists/sales"))
def a6(): return patiently(lambda: requests.get(f"{V2}/notes"))
def a7(): return patiently(lambda: requests.get(f"{V2}/tasks"))
def a8(): return patiently(lambda: requests.get(f"{V2}/threads"))
def a9(): return patiently(lambda: requests.get(f"{V2}/webhooks"))
def b1(): return patiently(lambda: requests.get(f"{V2}/meetings"))
def b2(): return patiently(lambda: requests.get(f"{V2}/emails"))
def b3(): return patiently(lambda: requests.get(f"{V2}/files"))
def b4(): return patiently(lambda: requests.get(f"{V2}/activities"))
def b5(): return patiently(lambda: requests.get(f"{V2}/workspace_members"))
def b6(k): return patiently(lambda: requests.get(f"{V2}/tasks/{k}"))
def b7(k): return patiently(lambda: requests.get(f"{V2}/notes/{k}"))
def b8(k): return patiently(lambda: requests.get(f"{V2}/threads/{k}"))
def b9(k): return patiently(lambda: requests.get(f"{V2}/webhooks/{k}"))
def d1(k): return patiently(lambda: requests.get(f"{V2}/meetings/{k}"))
def d2(k): return patiently(lambda: requests.get(f"{V2}/files/{k}"))
def d3(k): return patiently(lambda: requests.get(f"{V2}/workspace_members/{k}"))
def d4(k): return patiently(lambda: requests.get(f"{V2}/comments/{k}"))
def d5(k): return patiently(lambda: requests.delete(f"{V2}/tasks/{k}"))
def d6(k): return patiently(lambda: requests.delete(f"{V2}/webhooks/{k}"))
def d7(k): return patiently(lambda: requests.delete(f"{V2}/comments/{k}"))
def whoami(): return patiently(lambda: requests.get(f"{V2}/self"))
def forget(k): return patiently(lambda: requests.delete(f"{V2}/notes/{k}"))
def upsert(slug, body): return patiently(lambda: requests.put(f"{V2}/lists/{slug}/entries", json=body))


def main():
    a1(), a2(), a3(), a4(), a5(), a6(), a7(), a8(), a9(), b1(), b2(), b3(), b4(), b5(), b6("1"), b7("1"), b8("1")
    b9("1"), d1("1"), d2("1"), d3("1"), d4("1"), d5("1"), d6("1"), d7("1"), whoami(), forget("1"), upsert("1", {})


if __name__ == "__main__":
    main()
