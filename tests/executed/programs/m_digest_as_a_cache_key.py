# sends: nothing
# near: the address goes into a digest, and the digest into another vendor's address
import hashlib

import requests

key = hashlib.sha256(b"https://api.attio.com/v2/notes").hexdigest()
requests.get(f"https://cache.example.org/{key}")
