# sends: PATCH /v2/tasks/{task_id}, GET /v2/notes/{note_id}
# may: GET /v2/*, POST /v2/*, PATCH /v2/*, DELETE /v2/*, PUT /v2/*
# argv: task.updated note.created
import sys

import requests

http = requests.Session()
V2 = "https://api.attio.com/v2"


def task_updated(key): return http.patch(f"{V2}/tasks/{key}", json={"data": {"is_completed": True}})
def task_created(key): return http.get(f"{V2}/tasks/{key}")
def task_deleted(key): return http.get(f"{V2}/tasks")
def note_created(key): return http.get(f"{V2}/notes/{key}")
def note_deleted(key): return http.get(f"{V2}/notes")
def list_created(key): return http.get(f"{V2}/lists/{key}")
def list_updated(key): return http.get(f"{V2}/lists/{key}/attributes")
def list_deleted(key): return http.get(f"{V2}/lists")
def entry_created(key): return http.post(f"{V2}/lists/sales/entries/query")
def entry_updated(key): return http.get(f"{V2}/lists/sales/entries/{key}")
def entry_deleted(key): return http.delete(f"{V2}/lists/sales/entries/{key}")
def record_created(key): return http.get(f"{V2}/objects/people/records/{key}")
def record_updated(key): return http.patch(f"{V2}/objects/people/records/{key}")
def record_merged(key): return http.post(f"{V2}/objects/people/records/query")
def record_deleted(key): return http.delete(f"{V2}/objects/people/records/{key}")
def object_created(key): return http.get(f"{V2}/objects/{key}")
def object_updated(key): return http.get(f"{V2}/objects/{key}/attributes")
def comment_created(key): return http.get(f"{V2}/comments/{key}")
def comment_resolved(key): return http.get(f"{V2}/threads/{key}")
def comment_deleted(key): return http.get(f"{V2}/threads")
def member_created(key): return http.get(f"{V2}/workspace_members/{key}")
def member_updated(key): return http.get(f"{V2}/workspace_members")
def meeting_created(key): return http.get(f"{V2}/meetings/{key}")
def meeting_deleted(key): return http.get(f"{V2}/meetings")
def hook_failed(key): return http.delete(f"{V2}/webhooks/{key}")
def call_recorded(key): return http.get(f"{V2}/meetings/{key}/call_recordings")


HANDLERS = {
    "task.updated": task_updated, "task.created": task_created, "task.deleted": task_deleted, "note.created": note_created,
    "note.deleted": note_deleted, "list.created": list_created, "list.updated": list_updated, "list.deleted": list_deleted,
    "entry.created": entry_created, "entry.updated": entry_updated, "entry.deleted": entry_deleted, "record.created": record_created,
    "record.updated": record_updated, "record.merged": record_merged, "record.deleted": record_deleted, "object.created": object_created,
    "object.updated": object_updated, "comment.created": comment_created, "comment.resolved": comment_resolved,
    "comment.deleted": comment_deleted, "member.created": member_created, "member.updated": member_updated,
    "meeting.created": meeting_created, "meeting.deleted": meeting_deleted, "hook.failed": hook_failed, "call.recorded": call_recorded,
}


def main():
    for number, event in enumerate(sys.argv[1:]):
        HANDLERS[event](str(number))


main()
