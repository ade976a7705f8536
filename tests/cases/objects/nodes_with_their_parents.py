import requests


class Node:
    def __init__(self, parent, name):
        self.parent, self.name = parent, name

    def url(self):
        return f"{self.parent.url()}/{self.name}" if self.parent else self.name

    def child(self, name):
        return Node(self, name)

    def __truediv__(self, name):
        return Node(self, name)

    def get(self):
        return requests.get(self.url())


def by_method():
    root = Node(None, "https://api.attio.com/v2")
    root.child("objects").child("people").get()  # call: GET /v2/objects/{object}
    root.child("objects").child("people").child("attributes").get()  # call: GET /v2/{target}/{identifier}/attributes
    root.child("notes").get()  # call: GET /v2/notes


def by_operator():
    root = Node(None, "https://api.attio.com/v2")
    (root / "lists" / "sales").get()  # call: GET /v2/lists/{list}


def elsewhere():
    # near miss: another root
    Node(None, "https://api.hubapi.com").child("objects").child("people").get()
