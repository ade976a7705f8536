# sends: POST /v2/notes
# near: the wide table holds texts for the body, the address is fixed
# argv: t3
import sys

import requests

TEXTS = {f"t{n}": f"see https://api.attio.com/v2/objects/{n}" for n in range(40)}
requests.post("https://api.attio.com/v2/notes", json={"content": TEXTS[sys.argv[1]]})
