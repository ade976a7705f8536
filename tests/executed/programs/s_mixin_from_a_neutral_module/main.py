# sends: GET /v2/webhooks
from verbs import Verbs


class Attio(Verbs):
    root = "https://api.attio.com/v2"


if __name__ == "__main__":
    Attio().get("/webhooks")
