"""Resource objects and methods bound to variables."""
from attio import SDK

sdk = SDK(oauth2="t")
records = sdk.records
find = records.post_v2_objects_object_records_query
entries, notes = sdk.entries, sdk.notes

records.put_v2_objects_object_records(object="companies", matching_attribute="domains", data={})  # call: PUT /v2/objects/{object}/records
find(object="people")  # call: POST /v2/objects/{object}/records/query
entries.post_v2_lists_list_entries_query(list_id="leads")  # call: POST /v2/lists/{list}/entries/query
notes.delete_v2_notes_note_id_(note_id="n")  # call: DELETE /v2/notes/{note_id}
