import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "lib"))

from attio_api import attio  # noqa: E402

attio("objects")  # call: GET /v2/objects
attio("objects", method="POST", json={})  # call: POST /v2/objects
