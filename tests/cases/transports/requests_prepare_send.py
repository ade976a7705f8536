"""Request, prepare, send."""
import requests

session = requests.Session()
prepared = requests.Request("PUT", "https://api.attio.com/v2/objects/people/records", json={}).prepare()
session.send(prepared)  # call: PUT /v2/objects/{object}/records
session.send(session.prepare_request(requests.Request("GET", "https://api.attio.com/v2/objects")))  # call: GET /v2/objects
session.send(requests.Request("GET", "https://api.example.com/v2/objects").prepare())
