import far
from transport import by_base, by_class, by_function, by_mapping, by_object


def run(kind):
    by_base("POST", f"/objects/{kind}/records/query")  # call: POST /v2/objects/{object}/records/query
    by_mapping("GET", "/notes")  # call: GET /v2/notes
    by_class("GET", "/tasks")  # call: GET /v2/tasks
    by_object("GET", "/lists")  # call: GET /v2/lists
    by_function("GET", "/self")  # call: GET /v2/self
    far.send("DELETE", "/notes/1")  # call: DELETE /v2/notes/{note_id}
