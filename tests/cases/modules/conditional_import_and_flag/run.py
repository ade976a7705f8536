import os

if os.environ.get("USE_ASYNC"):
    from fast import fetch
else:
    from slow import fetch

fetch("/objects")  # call: GET /v2/objects
