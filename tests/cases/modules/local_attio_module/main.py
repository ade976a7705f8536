import attio
from attio import SDK

attio.find("people")
sdk = SDK(oauth2="t")
sdk.create("/notes", {})  # call: POST /v2/notes
