import requests

B = "https://api.attio.com/v2"


def odd(cache):
    assert requests.get(f"{B}/self").ok, requests.get(f"{B}/lists").text  # call: GET /v2/self # call: GET /v2/lists
    del cache[requests.get(f"{B}/objects").json()["name"]]  # call: GET /v2/objects
    cache[requests.get(f"{B}/notes").text] = 1  # call: GET /v2/notes
    with open(requests.get(f"{B}/files").text) as out, requests.get(f"{B}/emails") as mails:  # call: GET /v2/files # call: GET /v2/emails
        print(out, mails, f"{requests.get(B + '/threads').text}")  # call: GET /v2/threads
    yield from requests.get(f"{B}/meetings").json()  # call: GET /v2/meetings
    raise ValueError(requests.get(f"{B}/tasks").text)  # call: GET /v2/tasks
