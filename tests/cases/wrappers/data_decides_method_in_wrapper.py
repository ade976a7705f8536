import requests
import json
import urllib.request


def attio(path, data=None, method=None):
    method = method or ("POST" if data else "GET")
    return requests.request(method, "https://api.attio.com/v2" + path, json=data)


def plain(path, data=None):
    req = urllib.request.Request("https://api.attio.com/v2" + path, data=json.dumps(data).encode() if data else None)
    return json.load(urllib.request.urlopen(req))


attio("/lists")  # call: GET /v2/lists
attio("/notes", {"data": {}})  # call: POST /v2/notes
attio("/notes/1", method="DELETE")  # call: DELETE /v2/notes/{note_id}
plain("/objects")  # call: GET /v2/objects
plain("/tasks", {"data": {}})  # call: POST /v2/tasks
