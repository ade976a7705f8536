"""A wrapper of ours names the SDK's methods anew."""
from attio import SDK


class People:
    def __init__(self, sdk):
        self.sdk = sdk

    def search(self, text):
        return self.sdk.records.post_v2_objects_records_search(query=text, objects=["people"], request_as={})  # call: POST /v2/objects/records/search


class Crm:
    def __init__(self, token):
        self.people = People(SDK(oauth2=token))


Crm("t").people.search("ada")
