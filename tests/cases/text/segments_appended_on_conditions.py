"""Segments are appended where optional arguments are given: what a required parameter hands on is given, the rest is left out."""
import requests


class AttioConnector:
    apiBase = "https://api.attio.com"
    apiVersion = "v2"

    def __init__(self, accessToken=None, apiBase=None):
        self.accessToken = accessToken
        self.apiBase = apiBase or self.apiBase
        self.lastResponse = None

    def makeUrl(self, resource, id=None, action=None, sub=None):
        parts = [self.apiBase, self.apiVersion, resource]
        if id is not None:
            parts.append(id)
        if sub:
            parts.append(sub)
        if action:
            parts.append(action)
        return "/".join(parts)

    def apiCall(self, httpMethod, resource, id=None, action=None, sub=None, body=None, query=None):
        url = self.makeUrl(resource, id=id, action=action, sub=sub)
        self.lastResponse = requests.request(httpMethod, url, json=body, params=query, headers={"Authorization": "Bearer " + self.accessToken})
        self.lastResponse.raise_for_status()
        return self.lastResponse.json()

    def listWebhooks(self):
        return self.apiCall("GET", "webhooks")  # call: GET /v2/webhooks

    def getObject(self, slug):
        return self.apiCall("GET", "objects", slug)  # call: GET /v2/objects/{object}

    def queryRecords(self, slug, filter):
        return self.apiCall("POST", "objects", slug, "query", "records", body={"filter": filter})  # call: POST /v2/objects/{object}/records/query

    def addEntry(self, listId, body):
        return self.apiCall("POST", "lists", id=listId, sub="entries", body=body)  # call: POST /v2/lists/{list}/entries

    def lists(self, listId=None):
        return self.apiCall("GET", "lists", listId)  # call: GET /v2/lists | GET /v2/lists/{list}

    def task(self, taskId: "str | None"):
        return self.apiCall("GET", "tasks", taskId)  # call: GET /v2/tasks | GET /v2/tasks/{task_id}


def address(kind, key=None):
    parts = {"base": "https://api.attio.com/v2", "kind": kind}
    if key is not None:
        parts["key"] = key
    return "/".join(parts.values())


def note(key):
    return requests.get(address("notes", key))  # call: GET /v2/notes/{note_id}


requests.get(address("notes"))  # call: GET /v2/notes
