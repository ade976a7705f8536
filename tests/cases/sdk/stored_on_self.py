"""The SDK inside a class of the project."""
from attio import SDK


class Crm:
    def __init__(self, token):
        self._sdk = SDK(oauth2=token)
        self._people = self._sdk.records

    def members(self):
        return self._sdk.workspace_members.get_v2_workspace_members()  # call: GET /v2/workspace_members

    def person(self, record_id):
        return self._people.get_v2_objects_object_records_record_id_(object="people", record_id=record_id)  # call: GET /v2/objects/{object}/records/{record_id}
