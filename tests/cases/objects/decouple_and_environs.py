"""Settings by python-decouple and environs, each with a default."""
import requests
from decouple import config
from environs import Env

env = Env()
env.read_env()

ROOT = config("ATTIO_ROOT", default="https://api.attio.com/v2")
OTHER = env.str("ATTIO_URL", "https://api.attio.com/v2")
THIRD = env("ATTIO_THIRD", default="https://api.attio.com/v2")

requests.get(f"{ROOT}/objects")  # call: GET /v2/objects
requests.get(f"{OTHER}/lists")  # call: GET /v2/lists
requests.get(THIRD + "/notes")  # call: GET /v2/notes
