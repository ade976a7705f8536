# sends: GET /v2/tasks, GET /v2/notes
# unknowable: GET /v2/notes, GET /v2/tasks
# answers: [{"json": {"data": [], "more": "/notes"}}, {"json": {"data": []}}]
import requests


def crawl():
    where = "/tasks"
    while where:
        answer = requests.get("https://api.attio.com/v2" + where).json()
        where = answer.get("more")


crawl()
