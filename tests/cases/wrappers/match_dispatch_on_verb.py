import httpx

BASE = "https://api.attio.com/v2"


def dispatch(verb: str, path: str, body=None):
    match verb:
        case "GET":
            return httpx.get(BASE + path)
        case "POST" | "PUT":
            return httpx.request(verb, BASE + path, json=body)
        case _:
            raise NotImplementedError(verb)


dispatch("GET", "/meetings")  # call: GET /v2/meetings
dispatch("POST", "/meetings", {})  # call: POST /v2/meetings
dispatch("PUT", "/objects/people/records", {})  # call: PUT /v2/objects/{object}/records
