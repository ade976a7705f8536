import requests


class Resource:
    def __init__(self, name, key=None):
        self.name, self.key = name, key

    @property
    def url(self):
        tail = f"/{self.key}" if self.key else ""
        return f"https://api.attio.com/v2/{self.name}{tail}"


def a(k): return requests.get(Resource("notes", k).url)  # call: GET /v2/notes/{note_id} | GET /v2/notes
def b(): return requests.get(Resource("objects").url)  # call: GET /v2/objects
def c(): return requests.get(Resource("lists").url)  # call: GET /v2/lists
def d(): return requests.get(Resource("notes").url)  # call: GET /v2/notes
def e(): return requests.get(Resource("tasks").url)  # call: GET /v2/tasks
def f(): return requests.get(Resource("threads").url)  # call: GET /v2/threads
def g(): return requests.get(Resource("webhooks").url)  # call: GET /v2/webhooks
def h(): return requests.get(Resource("meetings").url)  # call: GET /v2/meetings
def i(): return requests.get(Resource("emails").url)  # call: GET /v2/emails
def j(): return requests.get(Resource("files").url)  # call: GET /v2/files
def k(): return requests.get(Resource("self").url)  # call: GET /v2/self
def l(): return requests.get(Resource("activities").url)  # call: GET /v2/activities
def m(): return requests.get(Resource("workspace_members").url)  # call: GET /v2/workspace_members
def n(): return requests.post(Resource("notes").url)  # call: POST /v2/notes
def o(): return requests.post(Resource("tasks").url)  # call: POST /v2/tasks
def p(): return requests.post(Resource("webhooks").url)  # call: POST /v2/webhooks
def q(): return requests.post(Resource("comments").url)  # call: POST /v2/comments
def r(): return requests.post(Resource("lists").url)  # call: POST /v2/lists
def s(): return requests.post(Resource("objects").url)  # call: POST /v2/objects
def t(): return requests.post(Resource("files").url)  # call: POST /v2/files
def u(): return requests.delete(Resource("notes", "1").url)  # call: DELETE /v2/notes/{note_id}
def v(): return requests.delete(Resource("tasks", "1").url)  # call: DELETE /v2/tasks/{task_id}
def w(): return requests.delete(Resource("webhooks", "1").url)  # call: DELETE /v2/webhooks/{webhook_id}
def x(): return requests.delete(Resource("comments", "1").url)  # call: DELETE /v2/comments/{comment_id}
def y(): return requests.delete(Resource("files", "1").url)  # call: DELETE /v2/files/{file_id}
def z(): return requests.delete(Resource("meetings", "1").url)  # call: DELETE /v2/meetings/{meeting_id}
def zz(): return requests.delete(Resource("objects", "1").url)  # call: DELETE /v2/objects/{object}
