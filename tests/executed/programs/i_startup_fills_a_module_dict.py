# sends: GET /v2/objects
import httpx

state = {}


def startup():
    state["crm"] = httpx.Client(base_url="https://api.attio.com/v2")


def objects():
    return state["crm"].get("/objects").json()


def shutdown():
    state.pop("crm").close()


if __name__ == "__main__":
    startup()
    objects()
    shutdown()
