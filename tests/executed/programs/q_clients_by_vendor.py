# sends: GET /v2/notes, GET /v2/self, POST /v2/tasks
# near: the other clients of the table are another vendor's
import httpx

CL = {
    n: httpx.Client(base_url=b)
    for n, b in {"attio": "https://api.attio.com/v2", "hub": "https://api.hubapi.com"}.items()
}


def send(vendor, verb, path):
    return CL[vendor].request(verb, path)


def main():
    send("hub", "GET", "/contacts")
    send("attio", "GET", "/notes")
    send("attio", "POST", "/tasks")
    a, h = CL.values()
    a.get("/self")
    h.get("/me")


main()
