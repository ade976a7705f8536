import sdk

sdk.attio.get("/notes")  # call: GET /v2/notes
sdk.hubspot.get("/notes")
