"""pandas reads an address with a GET."""
import pandas as pd

notes = pd.read_json("https://api.attio.com/v2/notes", storage_options={"Authorization": "Bearer t"})  # call: GET /v2/notes
pd.read_json(path_or_buf="https://api.attio.com/v2/lists")  # call: GET /v2/lists
pd.read_json("https://api.hubapi.com/v2/notes")
pd.read_json("notes.json")
notes.to_json("notes.json")
