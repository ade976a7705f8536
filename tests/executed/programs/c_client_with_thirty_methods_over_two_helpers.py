# sends: DELETE /v2/comments/{comment_id}, DELETE /v2/lists/{list}/entries/{entry_id}, DELETE /v2/notes/{note_id}, DELETE /v2/objects/{object}/records/{record_id}, GET /v2/comments/{comment_id}, GET /v2/lists, GET /v2/lists/{list}, GET /v2/lists/{list}/entries/{entry_id}, GET /v2/notes, GET /v2/notes/{note_id}, GET /v2/objects, GET /v2/objects/{object}, GET /v2/objects/{object}/records/{record_id}, GET /v2/tasks, GET /v2/threads/{thread_id}, GET /v2/workspace_members, GET /v2/workspace_members/{workspace_member_id}, GET /v2/{target}/{identifier}/attributes, PATCH /v2/objects/{object}, PATCH /v2/objects/{object}/records/{record_id}, PATCH /v2/webhooks/{webhook_id}, POST /v2/lists/{list}/entries, POST /v2/lists/{list}/entries/query, POST /v2/notes, POST /v2/objects, POST /v2/objects/{object}/records, POST /v2/objects/{object}/records/query, POST /v2/tasks, PUT /v2/objects/{object}/records, PUT /v2/objects/{object}/records/{record_id}
import httpx


class Attio:
    def __init__(self, token, root="https://api.attio.com"):
        self._http = httpx.Client(headers={"Authorization": f"Bearer {token}"})
        self._root = root.rstrip("/")

    def _path(self, tail):
        return f"{self._root}/v2/{tail.lstrip('/')}"

    def _send(self, verb, tail, **more):
        answer = self._http.request(verb, self._path(tail), **more)
        answer.raise_for_status()
        return answer.json()

    def objects(self): return self._send("GET", "objects")
    def object(self, slug): return self._send("GET", f"objects/{slug}")
    def create_object(self, body): return self._send("POST", "objects", json=body)
    def update_object(self, slug, body): return self._send("PATCH", f"objects/{slug}", json=body)
    def attributes(self, slug): return self._send("GET", f"objects/{slug}/attributes")
    def query(self, slug, body): return self._send("POST", f"objects/{slug}/records/query", json=body)
    def create(self, slug, body): return self._send("POST", f"objects/{slug}/records", json=body)
    def upsert(self, slug, body): return self._send("PUT", f"objects/{slug}/records", json=body)
    def record(self, slug, key): return self._send("GET", f"objects/{slug}/records/{key}")
    def update(self, slug, key, body): return self._send("PATCH", f"objects/{slug}/records/{key}", json=body)
    def overwrite(self, slug, key, body): return self._send("PUT", f"objects/{slug}/records/{key}", json=body)
    def delete(self, slug, key): return self._send("DELETE", f"objects/{slug}/records/{key}")
    def lists(self): return self._send("GET", "lists")
    def list(self, slug): return self._send("GET", f"lists/{slug}")
    def entries(self, slug, body): return self._send("POST", f"lists/{slug}/entries/query", json=body)
    def enter(self, slug, body): return self._send("POST", f"lists/{slug}/entries", json=body)
    def entry(self, slug, key): return self._send("GET", f"lists/{slug}/entries/{key}")
    def leave(self, slug, key): return self._send("DELETE", f"lists/{slug}/entries/{key}")
    def members(self): return self._send("GET", "workspace_members")
    def member(self, key): return self._send("GET", f"workspace_members/{key}")
    def notes(self): return self._send("GET", "notes")
    def note(self, key): return self._send("GET", f"notes/{key}")
    def add_note(self, body): return self._send("POST", "notes", json=body)
    def drop_note(self, key): return self._send("DELETE", f"notes/{key}")
    def tasks(self): return self._send("GET", "tasks")
    def add_task(self, body): return self._send("POST", "tasks", json=body)
    def comment(self, key): return self._send("GET", f"comments/{key}")
    def drop_comment(self, key): return self._send("DELETE", f"comments/{key}")
    def thread(self, key): return self._send("GET", f"threads/{key}")
    def update_hook(self, key, body): return self._send("PATCH", f"webhooks/{key}", json=body)


def main():
    attio = Attio("t")
    attio.objects()
    attio.object("1")
    attio.create_object({})
    attio.update_object("1", {})
    attio.attributes("1")
    attio.query("1", {})
    attio.create("1", {})
    attio.upsert("1", {})
    attio.record("1", "1")
    attio.update("1", "1", {})
    attio.overwrite("1", "1", {})
    attio.delete("1", "1")
    attio.lists()
    attio.list("1")
    attio.entries("1", {})
    attio.enter("1", {})
    attio.entry("1", "1")
    attio.leave("1", "1")
    attio.members()
    attio.member("1")
    attio.notes()
    attio.note("1")
    attio.add_note({})
    attio.drop_note("1")
    attio.tasks()
    attio.add_task({})
    attio.comment("1")
    attio.drop_comment("1")
    attio.thread("1")
    attio.update_hook("1", {})


main()
