from attio_vendor import Attio
from zoho_vendor import Zoho

VENDORS = {"attio": Attio, "zoho": Zoho}


def make(name):
    return VENDORS[name]()


make("attio").get("/objects")  # call: GET /v2/objects
make("zoho").get("/objects")
VENDORS["attio"]().get("/lists")  # call: GET /v2/lists
