from net import missing, present

missing("/objects")
present("/objects")  # call: GET /v2/objects
