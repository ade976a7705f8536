def run(crm):
    crm.send("GET", "/tasks")  # call: GET /v2/tasks
    _more(crm, "/comments")  # call: POST /v2/comments


def _more(client, tail):
    client.send("POST", tail)
