# sends: GET /v2/lists, GET /v2/notes, GET /v2/objects, GET /v2/tasks
import requests


def crawl():
    todo = ["/objects"]
    while todo:
        p = todo.pop(0)
        requests.get("https://api.attio.com/v2" + p)
        if p == "/objects":
            todo.append("/lists")
            todo.extend(["/notes", "/tasks"])


def main():
    crawl()


main()
