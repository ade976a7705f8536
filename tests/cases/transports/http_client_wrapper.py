"""A function around http.client."""
from http.client import HTTPSConnection

HOST = "api.attio.com"


def send(method, path, body=None):
    connection = HTTPSConnection(HOST, 443, timeout=10)
    try:
        connection.request(method, f"/v2{path}", body=body, headers={"Authorization": "Bearer x"})
        return connection.getresponse().read()
    finally:
        connection.close()


send("GET", "/objects")  # call: GET /v2/objects
