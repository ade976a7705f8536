import httpx

http = {}


def startup():
    http["attio"] = httpx.Client(base_url="https://api.attio.com/v2")
    http["github"] = httpx.Client(base_url="https://api.github.com")


def attio():
    return http["attio"].get("/lists")  # call: GET /v2/lists


def github():
    return http["github"].get("/user/repos")
