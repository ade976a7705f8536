from requests import Request, Session


def send(request):
    with Session() as session:
        return session.send(session.prepare_request(request))


send(Request("GET", "https://api.attio.com/v2/tasks"))  # call: GET /v2/tasks
send(Request("GET", "https://api.example.com/v2/tasks"))
