from dataclasses import dataclass, field

import requests


@dataclass
class Client:
    token: str
    base_url: str = "https://api.attio.com/v2"
    session: requests.Session = field(default_factory=requests.Session)

    def request(self, method: str, path: str, **kwargs):
        return self.session.request(method, self.base_url + path, **kwargs)

    def tasks(self):
        return self.request("GET", "/tasks")  # call: GET /v2/tasks


Client("t").request("DELETE", "/tasks/1")  # call: DELETE /v2/tasks/{task_id}
