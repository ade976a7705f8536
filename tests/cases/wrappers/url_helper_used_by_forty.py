"""One helper that makes addresses, used by each of forty functions."""
import requests

BASE = "https://api.attio.com/v2"


def url(tail):
    return f"{BASE}/{tail}"


def f01(): return requests.get(url("objects"))  # call: GET /v2/objects
def f02(): return requests.get(url("lists"))  # call: GET /v2/lists
def f03(): return requests.get(url("notes"))  # call: GET /v2/notes
def f04(): return requests.get(url("tasks"))  # call: GET /v2/tasks
def f05(): return requests.get(url("threads"))  # call: GET /v2/threads
def f06(): return requests.get(url("webhooks"))  # call: GET /v2/webhooks
def f07(): return requests.get(url("meetings"))  # call: GET /v2/meetings
def f08(): return requests.get(url("emails"))  # call: GET /v2/emails
def f09(): return requests.get(url("files"))  # call: GET /v2/files
def f10(): return requests.get(url("self"))  # call: GET /v2/self
def f11(): return requests.get(url("activities"))  # call: GET /v2/activities
def f12(): return requests.get(url("workspace_members"))  # call: GET /v2/workspace_members
def f13(k): return requests.get(url(f"notes/{k}"))  # call: GET /v2/notes/{note_id}
def f14(k): return requests.get(url(f"tasks/{k}"))  # call: GET /v2/tasks/{task_id}
def f15(k): return requests.get(url(f"threads/{k}"))  # call: GET /v2/threads/{thread_id}
def f16(k): return requests.get(url(f"webhooks/{k}"))  # call: GET /v2/webhooks/{webhook_id}
def f17(k): return requests.get(url(f"meetings/{k}"))  # call: GET /v2/meetings/{meeting_id}
def f18(k): return requests.get(url(f"files/{k}"))  # call: GET /v2/files/{file_id}
def f19(k): return requests.get(url(f"comments/{k}"))  # call: GET /v2/comments/{comment_id}
def f20(k): return requests.get(url(f"objects/{k}"))  # call: GET /v2/objects/{object}
def f21(k): return requests.get(url(f"lists/{k}"))  # call: GET /v2/lists/{list}
def f22(k): return requests.delete(url(f"notes/{k}"))  # call: DELETE /v2/notes/{note_id}
def f23(k): return requests.delete(url(f"tasks/{k}"))  # call: DELETE /v2/tasks/{task_id}
def f24(k): return requests.delete(url(f"webhooks/{k}"))  # call: DELETE /v2/webhooks/{webhook_id}
def f25(k): return requests.delete(url(f"meetings/{k}"))  # call: DELETE /v2/meetings/{meeting_id}
def f26(k): return requests.delete(url(f"files/{k}"))  # call: DELETE /v2/files/{file_id}
def f27(k): return requests.delete(url(f"comments/{k}"))  # call: DELETE /v2/comments/{comment_id}
def f28(k): return requests.delete(url(f"objects/{k}"))  # call: DELETE /v2/objects/{object}
def f29(k): return requests.patch(url(f"notes/{k}"))  # call: PATCH /v2/notes/{note_id}
def f30(k): return requests.patch(url(f"tasks/{k}"))  # call: PATCH /v2/tasks/{task_id}
def f31(k): return requests.patch(url(f"webhooks/{k}"))  # call: PATCH /v2/webhooks/{webhook_id}
def f32(k): return requests.patch(url(f"lists/{k}"))  # call: PATCH /v2/lists/{list}
def f33(b): return requests.post(url("notes"), json=b)  # call: POST /v2/notes
def f34(b): return requests.post(url("tasks"), json=b)  # call: POST /v2/tasks
def f35(b): return requests.post(url("webhooks"), json=b)  # call: POST /v2/webhooks
def f36(b): return requests.post(url("comments"), json=b)  # call: POST /v2/comments
def f37(b): return requests.post(url("meetings"), json=b)  # call: POST /v2/meetings
def f38(b): return requests.post(url("lists"), json=b)  # call: POST /v2/lists
def f39(b): return requests.post(url("objects"), json=b)  # call: POST /v2/objects
def f40(b): return requests.post(url("files"), json=b)  # call: POST /v2/files
