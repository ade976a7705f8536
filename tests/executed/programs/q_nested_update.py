# sends: GET /v2/notes, GET /v2/tasks
# near: one of the two is updated to another vendor
import requests


def main():
    c = {"attio": {"base": "https://api.hubapi.com"}}
    inner = c["attio"]
    inner["base"] = "https://api.attio.com/v2"
    requests.get(c["attio"]["base"] + "/notes")
    c["attio"] = {"base": "https://api.stripe.com"}
    requests.get(inner["base"] + "/tasks")
    requests.get(c["attio"]["base"] + "/x")


main()
