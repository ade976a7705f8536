"""py-attio: one client, methods named by what they do."""
import os

import py_attio
from acme import Client as Other
from py_attio import Client

attio = py_attio.Client(api_key=os.environ["ATTIO_API_KEY"])
attio.list_objects()  # call: GET /v2/objects
attio.create_record("people", {"data": {"values": {}}})  # call: POST /v2/objects/{object}/records
attio.update_record(object_id="people", record_id="1", payload={})  # call: PUT /v2/objects/{object}/records/{record_id}
attio.list_attributes("lists", "x")  # call: GET /v2/{target}/{identifier}/attributes
attio.delete_webhook("abc")  # call: DELETE /v2/webhooks/{webhook_id}
attio.get_meetings("1", "2")  # call: GET /v2/meetings/{meeting_id}/call_recordings/{call_recording_id}
attio.list_workflows()  # unresolved: the SDK has no method `list_workflows`
attio.session.headers.update({"X": "1"})
Other(api_key="t").list_objects()


class Notes:
    def __init__(self, client: Client):
        self.client = client

    def all(self):
        return self.client.list_notes({"limit": 10})  # call: GET /v2/notes
