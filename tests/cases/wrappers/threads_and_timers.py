import threading

import requests

BASE = "https://api.attio.com/v2"


def warm(path):
    requests.get(BASE + path)


threading.Thread(target=warm, args=("/notes",)).start()  # call: GET /v2/notes
threading.Thread(target=requests.post, args=(BASE + "/tasks",), kwargs={"json": {}}).start()  # call: POST /v2/tasks
threading.Timer(5, warm, ["/lists"]).start()  # call: GET /v2/lists
