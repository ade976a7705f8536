import requests

V2 = "https://api.attio.com/v2"


def popped():
    paths = ["/objects", "/lists", "/notes"]
    paths.pop()
    paths.pop(0)
    return requests.get(V2 + paths[0])  # call: GET /v2/lists


def deleted():
    paths = ["/objects", "/lists"]
    del paths[0]
    return requests.get(V2 + paths[0])  # call: GET /v2/lists


def assigned():
    paths = ["/objects", "/lists"]
    paths[1] = "/tasks"
    return requests.get(V2 + paths[1])  # call: GET /v2/tasks


def inserted():
    paths = ["/objects"]
    paths.insert(0, "/emails")
    return requests.get(V2 + paths[0])  # call: GET /v2/emails


def reversed_in_place():
    paths = ["/objects", "/lists"]
    paths.reverse()
    return requests.get(V2 + paths[0])  # call: GET /v2/lists


def cleared():
    paths = ["/objects"]
    paths.clear()
    paths.append("/self")
    return requests.get(V2 + paths[0])  # call: GET /v2/self


def mapping_key_removed():
    paths = {"a": "/objects", "b": "/lists"}
    del paths["a"]
    for path in paths.values():
        requests.get(V2 + path)  # call: GET /v2/lists
