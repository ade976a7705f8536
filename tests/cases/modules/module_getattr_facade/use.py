from facade import AttioClient

AttioClient().get("/objects")  # call: GET /v2/objects
