from facade import AttioClient

AttioClient().get("/objects")  # todo-call: GET /v2/objects
