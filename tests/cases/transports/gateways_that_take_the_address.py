"""Gateways that are handed Attio's address: Pipedream's proxy, Composio's, and others of the kind."""
from composio import Composio
from pipedream import Pipedream

pd = Pipedream(project_id="p")
pd.proxy.get(url="https://api.attio.com/v2/notes", external_user_id="u", account_id="a")  # call: GET /v2/notes
pd.proxy.post(url="https://api.attio.com/v2/tasks", external_user_id="u", account_id="a", body={})  # call: POST /v2/tasks
pd.proxy.get(url="https://api.hubapi.com/v2/notes", external_user_id="u", account_id="a")

composio = Composio()
composio.tools.proxy(endpoint="https://api.attio.com/v2/notes", method="GET", connected_account_id="c")  # call: GET /v2/notes
composio.tools.proxy(endpoint="https://api.attio.com/v2/notes/1", method="DELETE")  # call: DELETE /v2/notes/{note_id}
composio.tools.proxy(endpoint="https://api.hubapi.com/v2/notes", method="GET", connected_account_id="c")
composio.tools.execute("ATTIO_LIST_NOTES", {})
