from api import *

attio_get("/self")  # call: GET /v2/self
requests.get(BASE + "/objects")  # call: GET /v2/objects
