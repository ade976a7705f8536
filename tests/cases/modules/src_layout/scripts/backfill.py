from pipeline.attio import AttioClient

AttioClient("k").request("GET", "/objects")  # call: GET /v2/objects
