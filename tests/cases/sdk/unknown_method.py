"""A method that the SDK does not have: reported, not guessed."""
from attio import SDK

sdk = SDK(oauth2="t")
sdk.records.query(object="people")  # unresolved
sdk.notes.get_v2_notes()  # call: GET /v2/notes
