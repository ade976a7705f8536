# sends: GET /v2/objects/{object}/views
# near: a known tuple in another order
import requests

ARGS = ("https://api.attio.com/v2/objects/people/views",)
requests.get(*ARGS)
