import requests


class ApiClient:
    def __init__(self, base_url, token):
        self.base_url = base_url
        self.token = token

    def request(self, method, path, **kwargs):
        return requests.request(method, self.base_url + path, headers={"Authorization": self.token}, **kwargs)


attio = ApiClient("https://api.attio.com/v2", "a")
linear = ApiClient("https://api.linear.example", "b")

attio.request("GET", "/lists")  # call: GET /v2/lists
linear.request("GET", "/lists")
linear.request("POST", "/notes")
