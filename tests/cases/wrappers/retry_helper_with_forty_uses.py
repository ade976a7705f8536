import requests

V2 = "https://api.attio.com/v2"


def attempt(function, *args, **kwargs):
    for _ in range(3):
        answer = function(*args, **kwargs)
        if answer.ok:
            return answer
    raise RuntimeError


a = [
    attempt(requests.get, f"{V2}/objects"),  # call: GET /v2/objects
    attempt(requests.get, f"{V2}/lists"),  # call: GET /v2/lists
    attempt(requests.get, f"{V2}/notes"),  # call: GET /v2/notes
    attempt(requests.get, f"{V2}/tasks"),  # call: GET /v2/tasks
    attempt(requests.get, f"{V2}/threads"),  # call: GET /v2/threads
    attempt(requests.get, f"{V2}/webhooks"),  # call: GET /v2/webhooks
    attempt(requests.get, f"{V2}/meetings"),  # call: GET /v2/meetings
    attempt(requests.get, f"{V2}/emails"),  # call: GET /v2/emails
    attempt(requests.get, f"{V2}/files"),  # call: GET /v2/files
    attempt(requests.get, f"{V2}/self"),  # call: GET /v2/self
    attempt(requests.get, f"{V2}/notes/1"),  # call: GET /v2/notes/{note_id}
    attempt(requests.get, f"{V2}/tasks/1"),  # call: GET /v2/tasks/{task_id}
    attempt(requests.get, f"{V2}/threads/1"),  # call: GET /v2/threads/{thread_id}
    attempt(requests.get, f"{V2}/webhooks/1"),  # call: GET /v2/webhooks/{webhook_id}
    attempt(requests.get, f"{V2}/meetings/1"),  # call: GET /v2/meetings/{meeting_id}
    attempt(requests.get, f"{V2}/files/1"),  # call: GET /v2/files/{file_id}
    attempt(requests.get, f"{V2}/comments/1"),  # call: GET /v2/comments/{comment_id}
    attempt(requests.delete, f"{V2}/notes/1"),  # call: DELETE /v2/notes/{note_id}
    attempt(requests.delete, f"{V2}/tasks/1"),  # call: DELETE /v2/tasks/{task_id}
    attempt(requests.delete, f"{V2}/webhooks/1"),  # call: DELETE /v2/webhooks/{webhook_id}
    attempt(requests.delete, f"{V2}/meetings/1"),  # call: DELETE /v2/meetings/{meeting_id}
    attempt(requests.delete, f"{V2}/files/1"),  # call: DELETE /v2/files/{file_id}
    attempt(requests.delete, f"{V2}/comments/1"),  # call: DELETE /v2/comments/{comment_id}
    attempt(requests.post, f"{V2}/notes", json={}),  # call: POST /v2/notes
    attempt(requests.post, f"{V2}/tasks", json={}),  # call: POST /v2/tasks
    attempt(requests.post, f"{V2}/webhooks", json={}),  # call: POST /v2/webhooks
    attempt(requests.patch, f"{V2}/notes/1", json={}),  # call: PATCH /v2/notes/{note_id}
    attempt(requests.patch, f"{V2}/tasks/1", json={}),  # call: PATCH /v2/tasks/{task_id}
    attempt(requests.patch, f"{V2}/webhooks/1", json={}),  # call: PATCH /v2/webhooks/{webhook_id}
    attempt(requests.put, f"{V2}/objects/deals/records", json={}),  # call: PUT /v2/objects/{object}/records
    attempt(print, f"{V2}/objects"),
]
