from urllib3 import PoolManager
from urllib3.util import Url


def main():
    manager = PoolManager()
    manager.connection_from_host("api.attio.com", scheme="https").request("GET", "/v2/self")  # call: GET /v2/self
    manager.connection_from_url("https://api.attio.com/").urlopen("DELETE", "/v2/tasks/1")  # call: DELETE /v2/tasks/{task_id}
    manager.request("GET", Url(scheme="https", host="api.attio.com", path="/v2/objects").url)  # call: GET /v2/objects
    # near miss: another host
    manager.connection_from_host("api.hubapi.com", scheme="https").request("GET", "/v2/self")
