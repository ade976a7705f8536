"""An instance in a module variable, and one used in place."""
import os

import attio
from attio.sdk import SDK

client = SDK(oauth2=os.getenv("ATTIO_API_KEY", ""))
other = attio.SDK(os.environ["ATTIO_API_KEY"])

client.notes.get_v2_notes(limit=5)  # call: GET /v2/notes
other.tasks.post_v2_tasks(data={})  # call: POST /v2/tasks
SDK(oauth2="t").webhooks.delete_v2_webhooks_webhook_id_(webhook_id="w")  # call: DELETE /v2/webhooks/{webhook_id}
