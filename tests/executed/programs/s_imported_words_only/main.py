# sends: GET /v2/objects
# near: the neutral module has functions of the same names, which only count
import requests

from words import get, post

requests.get("https://api.attio.com/v2/objects")
get("https://api.attio.com/v2/notes")
post("https://api.attio.com/v2/tasks")
