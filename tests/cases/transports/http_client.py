"""http.client: host on the connection, path on the request."""
import http.client
import json

conn = http.client.HTTPSConnection("api.attio.com")
conn.request("POST", "/v2/tasks", json.dumps({}), {"Authorization": "Bearer x"})  # call: POST /v2/tasks
conn.getresponse()
conn.request("GET", "/v2/tasks/t1")  # call: GET /v2/tasks/{task_id}

other = http.client.HTTPSConnection("api.example.com")
other.request("POST", "/v2/tasks")
