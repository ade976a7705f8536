import requests

STEP = ("objects", "deals", "records", "query")


def send(verb, *words, **more):
    return requests.request(verb, "/".join(["https://api.attio.com/v2", *words]), **more)


verb, *rest = ("GET", "lists", "sales")
send("POST", *STEP)  # call: POST /v2/objects/{object}/records/query
send(verb, *rest)  # call: GET /v2/lists/{list}
send("GET", *STEP[:1])  # call: GET /v2/objects
send("GET", "objects", *("people",))  # call: GET /v2/objects/{object}
