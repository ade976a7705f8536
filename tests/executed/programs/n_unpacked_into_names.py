# sends: PUT /v2/objects/{object}/records
import requests

STEP = ("PUT", "objects", "deals", "records")
verb, *words = STEP
requests.request(verb, "/".join(["https://api.attio.com/v2", *words]))
