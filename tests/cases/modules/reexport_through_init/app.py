from crm import Client, get_client

client = Client()
client.get("/objects")  # call: GET /v2/objects
get_client().get("/lists")  # call: GET /v2/lists
