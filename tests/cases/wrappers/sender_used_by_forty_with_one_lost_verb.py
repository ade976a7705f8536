"""One sender, many uses; one of them asks for a verb that is not known."""
import requests


def send(verb, tail, **more):
    return requests.request(verb, "https://api.attio.com/v2" + tail, timeout=5, **more)


def a01(): return send("GET", "/objects")  # call: GET /v2/objects
def a02(): return send("GET", "/lists")  # call: GET /v2/lists
def a03(): return send("GET", "/notes")  # call: GET /v2/notes
def a04(): return send("GET", "/tasks")  # call: GET /v2/tasks
def a05(): return send("GET", "/threads")  # call: GET /v2/threads
def a06(): return send("GET", "/webhooks")  # call: GET /v2/webhooks
def a07(): return send("GET", "/meetings")  # call: GET /v2/meetings
def a08(): return send("GET", "/emails")  # call: GET /v2/emails
def a09(): return send("GET", "/files")  # call: GET /v2/files
def a10(): return send("GET", "/self")  # call: GET /v2/self
def a11(k): return send("GET", f"/notes/{k}")  # call: GET /v2/notes/{note_id}
def a12(k): return send("GET", f"/tasks/{k}")  # call: GET /v2/tasks/{task_id}
def a13(k): return send("GET", f"/threads/{k}")  # call: GET /v2/threads/{thread_id}
def a14(k): return send("GET", f"/webhooks/{k}")  # call: GET /v2/webhooks/{webhook_id}
def a15(k): return send("DELETE", f"/notes/{k}")  # call: DELETE /v2/notes/{note_id}
def a16(k): return send("DELETE", f"/tasks/{k}")  # call: DELETE /v2/tasks/{task_id}
def a17(k): return send("DELETE", f"/webhooks/{k}")  # call: DELETE /v2/webhooks/{webhook_id}
def a18(k): return send("DELETE", f"/comments/{k}")  # call: DELETE /v2/comments/{comment_id}
def a19(b): return send("POST", "/notes", json=b)  # call: POST /v2/notes
def a20(b): return send("POST", "/tasks", json=b)  # call: POST /v2/tasks
def a21(b): return send("POST", "/webhooks", json=b)  # call: POST /v2/webhooks
def a22(b): return send("POST", "/comments", json=b)  # call: POST /v2/comments
def a23(k, b): return send("PATCH", f"/tasks/{k}", json=b)  # call: PATCH /v2/tasks/{task_id}
def a24(k, b): return send("PATCH", f"/webhooks/{k}", json=b)  # call: PATCH /v2/webhooks/{webhook_id}
def a25(k, b): return send("PATCH", f"/lists/{k}", json=b)  # call: PATCH /v2/lists/{list}
def a26(k): return send(open("verb.txt").read(), f"/notes/{k}")  # call: GET /v2/notes/{note_id} | DELETE /v2/notes/{note_id} | PATCH /v2/notes/{note_id}
def a27(tail): return send("GET", open("path.txt").read())  # unresolved
def a28(): return send("GET", "/nothing/of/this")  # unknown: GET /v2/nothing/of/this
