# sends: GET /v2/tasks
# near: the unknown segment decides the endpoint, so that unresolved is right
# unknowable: GET /v2/tasks
# argv: tasks
import sys

import requests

requests.get("/".join(["https://api.attio.com", "v2", *map(str, sys.argv[1:])]))
