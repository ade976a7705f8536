# sends: GET /v2/self
# near: the neutral helper is called with another vendor's address, and once with Attio's
from transport import fetch

fetch("https://api.attio.com/v2", "self")
fetch("https://api.example.org/v2", "notes")
