# sends: GET /v2/lists, GET /v2/notes, GET /v2/self, GET /v2/tasks
import requests


def main():
    f = str.strip
    requests.get("https://api.attio.com/v2" + f(" /notes "))
    requests.get("https://api.attio.com/v2" + str.lower("/TASKS"))
    requests.get(str.join("/", ["https://api.attio.com/v2", "self"]))
    requests.get(str.format("{}/lists", "https://api.attio.com/v2"))


main()
