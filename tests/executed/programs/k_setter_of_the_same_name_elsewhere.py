# sends: GET /v2/tasks/{task_id}
# near: two classes have a property of one name; only the other's setter sends, and it is never used
# may: PATCH /v2/tasks/{task_id}
import requests


class Local:
    def __init__(self):
        self._done = False

    @property
    def done(self):
        return self._done

    @done.setter
    def done(self, value):
        self._done = value


class Remote:
    @property
    def done(self):
        return requests.get("https://api.attio.com/v2/tasks/1").json()

    @done.setter
    def done(self, value):
        requests.patch("https://api.attio.com/v2/tasks/1", json={"is_completed": value})


local = Local()
local.done = True
print(Remote().done)
