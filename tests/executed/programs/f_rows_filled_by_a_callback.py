# sends: GET /v2/{target}/{identifier}/attributes, POST /v2/objects/{object}/records
import requests

URL = "https://api.attio.com/v2/objects/people"


def read(source, sink):
    for line in source:
        sink(line)


def main():
    rows = []
    read(["a", "b"], rows.append)
    requests.get(URL + "/attributes")
    if rows:
        requests.post(URL + "/records", json={"rows": rows})


main()
