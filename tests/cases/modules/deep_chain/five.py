from four import objects

objects("POST", "people", "/records/query", json={})  # call: POST /v2/objects/{object}/records/query
objects("PATCH", "people", json={})  # call: PATCH /v2/objects/{object}
