import requests


class Client:
    root = "https://api.attio.com"

    def __init__(self, token):
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"

    def url(self, *words):
        return "/".join([self.root, "v2", *words])

    def request(self, verb, *words, **more):
        return self.session.request(verb, self.url(*words), **more)

    def a(self): return self.request("GET", "objects")  # call: GET /v2/objects
    def b(self): return self.request("GET", "lists")  # call: GET /v2/lists
    def c(self): return self.request("GET", "notes")  # call: GET /v2/notes
    def d(self): return self.request("GET", "tasks")  # call: GET /v2/tasks
    def e(self): return self.request("GET", "threads")  # call: GET /v2/threads
    def f(self): return self.request("GET", "webhooks")  # call: GET /v2/webhooks
    def g(self): return self.request("GET", "meetings")  # call: GET /v2/meetings
    def h(self): return self.request("GET", "emails")  # call: GET /v2/emails
    def i(self): return self.request("GET", "files")  # call: GET /v2/files
    def j(self): return self.request("GET", "self")  # call: GET /v2/self
    def k(self, key): return self.request("GET", "notes", key)  # call: GET /v2/notes/{note_id}
    def l(self, key): return self.request("GET", "tasks", key)  # call: GET /v2/tasks/{task_id}
    def m(self, key): return self.request("GET", "threads", key)  # call: GET /v2/threads/{thread_id}
    def n(self, key): return self.request("GET", "webhooks", key)  # call: GET /v2/webhooks/{webhook_id}
    def o(self, key): return self.request("GET", "objects", key)  # call: GET /v2/objects/{object}
    def p(self, key): return self.request("GET", "lists", key)  # call: GET /v2/lists/{list}
    def q(self, key): return self.request("GET", "meetings", key)  # call: GET /v2/meetings/{meeting_id}
    def r(self, key): return self.request("DELETE", "notes", key)  # call: DELETE /v2/notes/{note_id}
    def s(self, key): return self.request("DELETE", "tasks", key)  # call: DELETE /v2/tasks/{task_id}
    def t(self, key): return self.request("DELETE", "webhooks", key)  # call: DELETE /v2/webhooks/{webhook_id}
    def u(self, key): return self.request("DELETE", "comments", key)  # call: DELETE /v2/comments/{comment_id}
    def v(self, slug, body): return self.request("POST", "objects", slug, "records", json=body)  # call: POST /v2/objects/{object}/records
    def w(self, slug, body): return self.request("PUT", "objects", slug, "records", json=body)  # call: PUT /v2/objects/{object}/records
    def x(self, slug, body): return self.request("POST", "lists", slug, "entries", json=body)  # call: POST /v2/lists/{list}/entries
    def y(self, slug, key): return self.request("GET", "objects", slug, "records", key)  # call: GET /v2/objects/{object}/records/{record_id}
    def z(self, slug, key): return self.request("DELETE", "objects", slug, "records", key)  # call: DELETE /v2/objects/{object}/records/{record_id}
    def aa(self, slug, key): return self.request("PATCH", "objects", slug, "records", key)  # call: PATCH /v2/objects/{object}/records/{record_id}
    def bb(self, slug, key): return self.request("DELETE", "lists", slug, "entries", key)  # call: DELETE /v2/lists/{list}/entries/{entry_id}
