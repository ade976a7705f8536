"""A class of the project whose methods are named like the SDK's."""
from attio import SDK


class Records:
    def post_v2_objects_object_records_query(self, object):
        return [object]


class FakeSdk:
    def __init__(self):
        self.records = Records()


FakeSdk().records.post_v2_objects_object_records_query(object="people")
SDK(oauth2="t").records.post_v2_objects_object_records_query(object="people")  # call: POST /v2/objects/{object}/records/query
