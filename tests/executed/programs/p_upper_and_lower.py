# sends: DELETE /v2/notes/{note_id}
import requests

verb = "delete"
requests.request(verb.upper(), "https://API.ATTIO.COM/v2/notes/1".replace("API.ATTIO.COM", "API.ATTIO.COM".lower()))
