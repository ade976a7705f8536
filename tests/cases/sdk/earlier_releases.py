"""What earlier releases of attio had: a class of another name, and resources of SCIM."""
import attio
from attio import SDK, Attio

old = Attio(oauth2="t")
old.notes.get_v2_notes()  # call: GET /v2/notes
old.entries.post_v2_lists_list_entries_query(list="x")  # call: POST /v2/lists/{list}/entries/query
old.notes.get_v2_notes_new()  # unresolved: the SDK has no method `get_v2_notes_new`

with attio.SDK(oauth2="t") as sdk:
    sdk.scim_users.get_scim_v2_users()  # call: GET /scim/v2/Users
    sdk.scim_groups.delete_scim_v2_groups_workspace_team_id_(workspace_team_id="1")  # call: DELETE /scim/v2/Groups/{workspace_team_id}
    sdk.entries.post_v2_lists_list_entries(list_id="x", data={})  # call: POST /v2/lists/{list}/entries


async def run(s: SDK):
    await s.scim_users.get_scim_v2_users_async()  # call: GET /scim/v2/Users
