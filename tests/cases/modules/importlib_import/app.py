import importlib

net = importlib.import_module("net")
net.send("GET", "/objects")  # call: GET /v2/objects
