# sends: POST /v2/files/upload
# near: the body is large and is no part of the request's address
import io

import requests

blob = io.BytesIO(b"x" * 100_000)
requests.post("https://api.attio.com/v2/files/upload", files={"file": ("a.bin", blob)}, data={f"k{n}": "v" * 50 for n in range(80)})
