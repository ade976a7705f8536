"""The top level of a script sets a name again and again: each function that is called meanwhile sees what is there by then."""
import requests

ATTIO = "https://api.attio.com/v2"


def get(path):
    return requests.get(BASE + path)  # call: GET /v2/objects/{object}


def call(path):
    return requests.request(VERB, ATTIO + path)


def send():
    return requests.post(URL)  # call: POST /v2/notes | POST /v2/tasks


BASE = ATTIO
get("/notes")  # call: GET /v2/notes
BASE = "https://api.hubapi.com"
get("/lists")
VERB = "GET"
call("/notes")  # call: GET /v2/notes
VERB = "POST"
call("/tasks")  # call: POST /v2/tasks
for BASE in (ATTIO + "/objects", "https://api.hubapi.com"):
    get("/people")
URL = ATTIO + "/notes"
send()
URL = ATTIO + "/tasks"
send()


def show():
    requests.get(ATTIO + PATH)  # call: GET /v2/meetings | GET /v2/webhooks


for PATH in ("/meetings", "/webhooks"):
    show()
