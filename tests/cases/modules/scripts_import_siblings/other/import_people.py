from attio_http import api

api("POST", "/objects/people/records", {})
