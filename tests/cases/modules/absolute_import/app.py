import crm.client

crm.client.request("GET", "/objects")  # call: GET /v2/objects
