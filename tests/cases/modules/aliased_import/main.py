import http_layer as h
from http_layer import post as send
from other_layer import post as send_elsewhere

h.get("/lists")  # call: GET /v2/lists
send("/tasks", {})  # call: POST /v2/tasks
send_elsewhere("/tasks", {})
