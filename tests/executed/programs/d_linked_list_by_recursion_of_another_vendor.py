# sends: nothing
# near: another vendor's address
import requests


class Node:
    def __init__(self, address, after):
        self.address, self.after = address, after


def chain():
    node = Node("https://api.hubapi.com/notes", None)
    node = Node(None, node)
    node = Node(None, node)
    node = Node(None, node)
    node = Node(None, node)
    node = Node(None, node)
    node = Node(None, node)
    node = Node(None, node)
    node = Node(None, node)
    return node


def walk(node):
    if node.address:
        requests.get(node.address)
    if node.after:
        walk(node.after)


walk(chain())
