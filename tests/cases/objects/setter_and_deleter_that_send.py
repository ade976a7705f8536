import requests

V2 = "https://api.attio.com/v2"


class Entry:
    def __init__(self, key):
        self.url = f"{V2}/lists/sales/entries/{key}"

    @property
    def values(self):
        return requests.get(self.url).json()  # call: GET /v2/lists/{list}/entries/{entry_id}

    @values.setter
    def values(self, new):
        requests.put(self.url, json=new)  # call: PUT /v2/lists/{list}/entries/{entry_id}

    @values.deleter
    def values(self):
        requests.delete(self.url)  # call: DELETE /v2/lists/{list}/entries/{entry_id}


class Task:
    def _done(self):
        return requests.get(f"{V2}/tasks/1").ok  # call: GET /v2/tasks/{task_id}

    def _finish(self, value):
        requests.patch(f"{V2}/tasks/1", json={"is_completed": value})  # call: PATCH /v2/tasks/{task_id}

    done = property(_done, _finish)
