"""A subclass of the SDK's client."""
from attio import SDK


class Crm(SDK):
    def __init__(self, token):
        super().__init__(oauth2=token)

    def people(self):
        return self.records.post_v2_objects_object_records_query(object="people")  # call: POST /v2/objects/{object}/records/query


Crm("t").meta.get_v2_self()  # call: GET /v2/self
