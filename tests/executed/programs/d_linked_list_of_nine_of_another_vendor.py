# sends: nothing
# near: another vendor's address
import requests


class Node:
    def __init__(self, address, after):
        self.address, self.after = address, after


def chain(length):
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


node = chain(8)
while node:
    if node.address:
        requests.get(node.address)
    node = node.after
