"""The SDK as a context manager."""
import os

from attio import SDK

with SDK(oauth2=os.environ["ATTIO_TOKEN"]) as sdk:
    sdk.records.post_v2_objects_object_records_query(object="people", limit=10)  # call: POST /v2/objects/{object}/records/query
    sdk.objects.get_v2_objects()  # call: GET /v2/objects
    sdk.meta.get_v2_self()  # call: GET /v2/self
