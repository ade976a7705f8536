# sends: nothing
# near: the default of the setting is another vendor's address
import os

import httpx

proxy = os.getenv("ATTIO_PROXY_URL", "https://gateway.example.org/attio")
httpx.get(f"{proxy}/v2/notes")
