from attio import Attio

a = Attio()
a.get("objects")  # call: GET /v2/objects
