"""A method that calls itself on another object of its class: each of these is another call."""
import requests

BASE = "https://api.attio.com/v2"


class Node:
    def __init__(self, parent, segment):
        self.parent, self.segment = parent, segment

    def url(self):
        return (self.parent.url() if self.parent else BASE) + "/" + self.segment


root = Node(None, "objects")
child = Node(root, "people")
leaf = Node(child, "attributes")
requests.get(root.url())  # call: GET /v2/objects
requests.get(child.url())  # call: GET /v2/objects/{object}
requests.get(leaf.url())  # call: GET /v2/{target}/{identifier}/attributes


class Layer:
    def __init__(self, inner=None):
        self.inner = inner

    def request(self, method, path):
        return self.inner.request(method, path) if self.inner else requests.request(method, BASE + path)


few = Layer(Layer(Layer(Layer())))
few.request("DELETE", "/tasks/1")  # call: DELETE /v2/tasks/{task_id}
many = Layer(Layer(Layer(Layer(Layer(Layer(Layer(Layer(Layer(Layer(Layer(Layer(Layer(Layer(Layer()))))))))))))))
many.request("PUT", "/objects/people/records")  # call: PUT /v2/objects/{object}/records


class Tree:
    def __init__(self, path, *branches):
        self.path, self.branches = path, branches

    def send(self):
        requests.get(BASE + self.path)
        for branch in self.branches:
            branch.send()


Tree("/tasks", Tree("/notes", Tree("/lists")), Tree("/webhooks")).send()  # call: GET /v2/lists | GET /v2/notes | GET /v2/tasks | GET /v2/webhooks


class Below:
    def __init__(self, parent=None):
        self.parent = parent

    def base(self):
        return self.parent.base() if self.parent else BASE


far = Below(Below(Below(Below())))
requests.get(far.base() + "/meetings")  # call: GET /v2/meetings
